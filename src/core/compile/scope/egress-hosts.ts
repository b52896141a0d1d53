import { isCoveredBy, isWildcard, overlaps } from '../../mesh/index.ts'

/** The hosts that an egress listener imports, by the namespace they stand for; `*` is every namespace. */
export type EgressHosts = ReadonlyMap<string, HostList>

/** What is imported from one namespace. */
export interface HostList {
  /** In the order of the text, wildcards among them; a host is an index into it for those who ask which one it was. */
  readonly imported: readonly string[]
  readonly exact: ReadonlySet<string>
  /** Those with `~`: never imported, whatever else says so. */
  readonly excluded: readonly string[]
}

export const ANY_NAMESPACE = '*'

/**
 * Reads `namespace/dnsName`: `.` is the caller's namespace, `~` takes hosts out again, so `~/*` imports nothing.
 * Istio, convertIstioListenerToWrapper [A29].
 */
export function readEgressHosts(hosts: readonly string[], namespace: string): EgressHosts {
  const byNamespace = new Map<string, { imported: string[]; exact: Set<string>; excluded: string[] }>()
  for (const host of hosts) {
    const parts = host.split('/')
    const [written, name] = parts
    if (parts.length !== 2 || written === undefined || name === undefined) continue
    const isExcluded = written.startsWith('~')
    const from = isExcluded ? written.slice(1) || ANY_NAMESPACE : written
    const key = from === '.' ? namespace : from
    let list = byNamespace.get(key)
    if (!list) byNamespace.set(key, (list = { imported: [], exact: new Set(), excluded: [] }))
    if (isExcluded) list.excluded.push(name)
    else {
      list.imported.push(name)
      if (!isWildcard(name)) list.exact.add(name)
    }
  }
  return byNamespace
}

/** Whether a service's host is imported. Istio, hostClassification.Matches. */
export function importsService({ exact, imported }: HostList, hostname: string): boolean {
  return exact.has(hostname) || imported.some(host => isWildcard(host) && isCoveredBy(hostname, host))
}

/**
 * Whether a VirtualService's host is imported: having one name in common is enough, but a route of the Gateway API must be
 * covered. Istio, hostClassification.VSMatches [A11].
 */
export function importsRoute({ exact, imported }: HostList, host: string, isGatewayApi: boolean): boolean {
  return exact.has(host) || imported.some(own => (isGatewayApi ? isCoveredBy(host, own) : overlaps(host, own)))
}

/** Whether `~` takes a host of a namespace out. Istio, hostClassification.Excluded. */
export function isExcluded(hosts: EgressHosts, namespace: string, host: string): boolean {
  return [namespace, ANY_NAMESPACE].some(key => hosts.get(key)?.excluded.some(own => isCoveredBy(host, own)) ?? false)
}
