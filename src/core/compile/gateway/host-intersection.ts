import { isCoveredBy } from '../../mesh/index.ts'

/** The hosts of a server that VirtualServices of a namespace may use, bare. Istio, host.NamesForNamespace [A20]. */
export function hostsForNamespace(hosts: readonly string[], namespace: string): readonly string[] {
  return hosts.flatMap(host => {
    const slash = host.indexOf('/')
    if (slash < 0) return host
    const of = host.slice(0, slash)
    return of === namespace || of === '*' ? host.slice(slash + 1) : []
  })
}

/** Names that both lists have: of two that overlap the more specific one. Istio, host.Names.Intersection [A20]. */
export function intersectHosts(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const common = new Set<string>()
  for (const our of ours) {
    for (const their of theirs) {
      if (isCoveredBy(our, their)) common.add(our)
      else if (isCoveredBy(their, our)) common.add(their)
    }
  }
  return [...common]
}

/** Longer before shorter, wildcards last. Istio, host.MoreSpecific. */
export function compareSpecificity(a: string, b: string): number {
  const wild = Number(a.startsWith('*')) - Number(b.startsWith('*'))
  if (wild !== 0) return wild
  if (a.length !== b.length) return b.length - a.length
  return a < b ? -1 : a > b ? 1 : 0
}
