import { toHostname } from '../base/ids.ts'
import type { Hostname } from '../base/ids.ts'

const IP_V4 = /^\d{1,3}(\.\d{1,3}){3}$/

/** The full name of a Kubernetes Service. Istio, kube.ServiceHostname. */
export function serviceHostname(name: string, namespace: string, clusterDomain: string): Hostname {
  return toHostname(`${name}.${namespace}.svc.${clusterDomain}`)
}

/**
 * A host as a resource of `namespace` means it: without a dot it is a Service of that namespace, else it stays as it is.
 * Istio, ResolveShortnameToFQDN [A1][A2].
 */
export function resolveHost(host: string, namespace: string, clusterDomain: string): Hostname {
  if (host === '*' || host.includes('.') || host.includes(':') || IP_V4.test(host)) return toHostname(host)
  return serviceHostname(host, namespace, clusterDomain)
}

/** Whether a host is a wildcard: only a leading `*` makes one. Istio, host.Name.IsWildCarded [A4]. */
export const isWildcard = (host: string): boolean => host.startsWith('*')

/** Whether a wildcard's suffix ends `host`, which may be a wildcard itself. Istio, host.Name.SubsetOf [A4]. */
export function isCoveredBy(host: string, wildcard: string): boolean {
  return host.length >= wildcard.length && host.endsWith(wildcard.slice(1))
}
