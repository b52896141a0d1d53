import { toHostname } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import type { DnsEntry } from '../envoy/index.ts'
import { isIpAddress } from '../mesh/index.ts'
import type { Mesh, MeshService } from '../mesh/index.ts'

/**
 * The names that a pod of a namespace can resolve: `svc` in its own, then `svc.ns`, `svc.ns.svc` and the full name, which
 * may end in a dot; Kubernetes' search domains add nothing else. An ExternalName has its target's addresses, and below a
 * headless Service stand the names of its StatefulSet's pods. Hosts of ServiceEntries resolve wherever they are exported
 * to, `*.` before their names for any: outside there is a resolver for them, though nobody knows its answers.
 */
export function buildDns(mesh: Mesh, callerNamespace: string): ReadonlyMap<string, DnsEntry> {
  const dns = new Map<string, DnsEntry>()
  const add = (name: string, service: MeshService, addresses: readonly string[], origin: Origin) => {
    const { namespace, hostname } = service
    const entry: DnsEntry = { addresses, origin }
    const long = `${name}.${namespace}`.toLowerCase()
    const full = `${long}${hostname.slice(`${service.name}.${namespace}`.length)}`
    for (const known of [long, `${long}.svc`, full, `${full}.`]) dns.set(known, entry)
    if (namespace === callerNamespace) dns.set(name.toLowerCase(), entry)
  }
  for (const service of mesh.services.values()) {
    if (service.registry === 'ServiceEntry') continue
    add(service.name, service, addressesOf(service, mesh), service.origin)
    if (service.resolution !== 'Passthrough') continue
    for (const { dnsName, ready, ip, origin } of service.pods) {
      if (!dnsName || !ready || (dnsName.subdomain ?? service.name) !== service.name) continue
      add(`${dnsName.hostname}.${service.name}`, service, [ip], origin)
    }
  }
  for (const service of mesh.services.values()) {
    if (service.registry === 'Kubernetes') continue
    const entry: DnsEntry = { addresses: addressesOf(service, mesh), origin: service.origin, isOutside: true }
    for (const name of [service.hostname, `${service.hostname}.`]) if (!dns.has(name)) dns.set(name, entry)
  }
  return dns
}

function addressesOf(service: MeshService, mesh: Mesh): readonly string[] {
  const target = followNames(service, mesh)
  if (!target) return []
  if (target.registry === 'ServiceEntry') return [entryAddress(target)]
  if (target.clusterIp !== undefined) return [target.clusterIp]
  return target.pods.filter(pod => pod.ready).map(pod => pod.ip)
}

/** What an ExternalName stands for in the end; undefined where that is outside, or a circle. */
function followNames(service: MeshService, mesh: Mesh): MeshService | undefined {
  const seen = new Set<MeshService>()
  let current: MeshService | undefined = service
  while (current?.externalName !== undefined) {
    if (seen.has(current)) return undefined
    seen.add(current)
    current = mesh.services.get(toHostname(current.externalName))
  }
  return current
}

/** Its first address, the first of a range; without any, one made up as istiod allocates them, by the host's own hash. */
function entryAddress({ addresses: [first], hostname }: MeshService): string {
  if (first === undefined) return madeUpAddress(hostname)
  if (isIpAddress(first)) return first
  const [base = ''] = first.split('/')
  return base.replace(/\.0$/, '.1')
}

function madeUpAddress(hostname: string): string {
  let h = 0
  for (let i = 0; i < hostname.length; i++) h = (h * 31 + hostname.charCodeAt(i)) % 65_521
  return `240.240.${String((h >> 8) & 255)}.${String(h & 255)}`
}
