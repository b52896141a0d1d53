import { toHostname } from '../base/ids.ts'
import type { DnsEntry } from '../envoy/index.ts'
import type { Mesh, MeshService } from '../mesh/index.ts'

/**
 * The names that a pod of a namespace can resolve: `svc` in its own, then `svc.ns`, `svc.ns.svc` and the full name;
 * Kubernetes' search domains add nothing else. An ExternalName has its target's addresses.
 */
export function buildDns(mesh: Mesh, callerNamespace: string): ReadonlyMap<string, DnsEntry> {
  const dns = new Map<string, DnsEntry>()
  for (const service of mesh.services.values()) {
    const entry: DnsEntry = { addresses: addressesOf(service, mesh), origin: service.origin }
    const long = `${service.name}.${service.namespace}`.toLowerCase()
    for (const name of [long, `${long}.svc`, service.hostname]) dns.set(name, entry)
    if (service.namespace === callerNamespace) dns.set(service.name.toLowerCase(), entry)
  }
  return dns
}

function addressesOf(service: MeshService, mesh: Mesh): readonly string[] {
  if (service.clusterIp !== undefined) return [service.clusterIp]
  const target = service.externalName === undefined ? service : mesh.services.get(toHostname(service.externalName))
  if (!target || target.externalName !== undefined) return []
  if (target.clusterIp !== undefined) return [target.clusterIp]
  return target.pods.filter(pod => pod.ready).map(pod => pod.ip)
}
