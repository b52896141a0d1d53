import type { MeshService } from '../mesh/index.ts'

export interface Domains {
  /** All, in the order in which Istio writes them. */
  readonly all: readonly string[]
  /** Those that are short for the full name. */
  readonly expanded: ReadonlySet<string>
}

/**
 * The names under which a service answers for callers of a namespace; the bare name in its own only. Ports are not part
 * of them. Istio, generateVirtualHostDomains [A36]; ExternalNames in `aliases` are names of their target [A67].
 */
export function toDomains(service: MeshService, aliases: readonly MeshService[], callerNamespace: string): Domains {
  const expanded = shortNames(service, callerNamespace)
  const names = [service.hostname, `${service.hostname}.`, ...expanded]
  const isHeadless = service.clusterIp === undefined && service.externalName === undefined
  const aliasNames = aliases.flatMap(alias => [alias.hostname, ...shortNames(alias, callerNamespace)])
  return {
    all: [
      ...names,
      ...(isHeadless ? names.map(name => `*.${name}`) : []),
      ...(service.clusterIp === undefined ? [] : [service.clusterIp]),
      ...aliasNames,
    ],
    expanded: new Set(expanded),
  }
}

function shortNames({ name, namespace }: MeshService, callerNamespace: string): readonly string[] {
  const long = `${name}.${namespace}`
  return namespace === callerNamespace ? [name, `${long}.svc`, long] : [long, `${long}.svc`]
}

/** Takes names once in a route configuration; a short one never takes another service's full name [A38]. */
export function createDomainClaims(fullNames: ReadonlySet<string>): (domains: Domains) => readonly string[] {
  const taken = new Set<string>()
  return ({ all, expanded }) =>
    all.filter(domain => {
      if (taken.has(domain) || (expanded.has(domain) && fullNames.has(domain))) return false
      taken.add(domain)
      return true
    })
}
