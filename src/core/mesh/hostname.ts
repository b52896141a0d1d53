import { toHostname } from '../base/ids.ts'
import type { Hostname } from '../base/ids.ts'

const IP_V4 = /^\d{1,3}(\.\d{1,3}){3}$/

/** The full name of a Kubernetes Service. Istio, kube.ServiceHostname. */
export function serviceHostname(name: string, namespace: string, clusterDomain: string): Hostname {
  return toHostname(`${name}.${namespace}.svc.${clusterDomain}`)
}

/**
 * A host as a resource of `namespace` means it: without a dot it is a Service of that namespace, else it stays as it is,
 * in the case it was written in: a DestinationRule for `Reviews` finds nothing. Istio, ResolveShortnameToFQDN [A1][A2].
 */
export function resolveHost(host: string, namespace: string, clusterDomain: string): Hostname {
  if (host === '*' || host.includes('.') || host.includes(':') || IP_V4.test(host)) return host as Hostname
  return `${host}.${namespace}.svc.${clusterDomain}` as Hostname
}

/** Whether a host is a wildcard: only a leading `*` makes one. Istio, host.Name.IsWildCarded [A4]. */
export const isWildcard = (host: string): boolean => host.startsWith('*')

/** Whether every name that `host` stands for is one of `other`'s; either may be a wildcard. Istio, Name.SubsetOf [A4]. */
export function isCoveredBy(host: string, other: string): boolean {
  if (!isWildcard(other)) return host === other
  if (!isWildcard(host)) return host.endsWith(other.slice(1))
  return host.length >= other.length && host.endsWith(other.slice(1))
}

/** Whether two hosts have a name in common. Istio, Name.Matches [A4]. */
export const overlaps = (a: string, b: string): boolean => isCoveredBy(a, b) || isCoveredBy(b, a)
