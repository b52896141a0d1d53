import { isIpAddress } from '../mesh/index.ts'
import type { MeshService } from '../mesh/index.ts'

export interface Domains {
  /** All, in the order in which Istio writes them. */
  readonly all: readonly string[]
  /** Those that are short for the full name, or end it with a dot. */
  readonly expanded: ReadonlySet<string>
}

/**
 * The names under which a service answers for callers of a namespace; the bare name in its own only. Ports are not part
 * of them. ExternalNames in `aliases` are names of their target [A67]. Of several addresses one stands here (istiod takes
 * any of them). Istio, generateVirtualHostDomains, GenerateAltVirtualHosts [A36][A37].
 */
export function toDomains(
  service: MeshService,
  aliases: readonly MeshService[],
  callerNamespace: string,
  clusterDomain = 'cluster.local',
  port = 0,
): Domains {
  const hosts = [service.hostname, ...aliases.map(({ hostname }) => hostname)]
  const expanded = hosts.map(host => [
    ...(isIpAddress(host) ? [] : [`${host}.`]),
    ...shortNames(host, callerNamespace, clusterDomain),
  ])
  const names = hosts.flatMap((host, i) => [host, ...(expanded[i] ?? [])])
  const isHeadless = service.registry === 'Kubernetes' && service.resolution === 'Passthrough'
  const address = service.domainAddresses ? service.domainAddresses.get(port) : service.addresses[0]
  return {
    all: [
      ...names,
      ...(isHeadless ? names.map(name => `*.${name}`) : []),
      ...(address === undefined ? [] : [address.includes(':') ? `[${address}]` : address]),
    ],
    expanded: new Set(expanded.flat()),
  }
}

/** Only for hosts below the cluster's domain: others could take a Service's name. */
export function shortNames(host: string, callerNamespace: string, clusterDomain: string): readonly string[] {
  if (!host.endsWith(`svc.${clusterDomain}`)) return []
  const end = host.indexOf('.svc.')
  const dot = host.indexOf('.')
  if (end <= 0 || dot + 1 > end) return []
  const long = host.slice(0, end)
  return host.slice(dot + 1, end) === callerNamespace
    ? [host.slice(0, dot), `${long}.svc`, long]
    : [long, `${long}.svc`]
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
