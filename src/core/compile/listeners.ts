import { below } from '../base/origin.ts'
import type { Listener } from '../envoy/index.ts'
import { isHttp } from '../mesh/index.ts'
import type { MeshService, MeshServicePort, MeshSettings } from '../mesh/index.ts'
import { BLACK_HOLE_CLUSTER, PASSTHROUGH_CLUSTER, toClusterName } from './cluster-name.ts'
import { detectedRouteName } from './route-configurations.ts'

const ANY = '0.0.0.0'
const CAPTURE_PORT = 15001

/**
 * The listeners of a sidecar: one for each port number that speaks HTTP, one for each address of other ports, and the
 * catch-all. Istio, buildSidecarOutboundListeners [A53][A54][A61][A68].
 */
export function buildListeners(
  services: Iterable<MeshService>,
  policy: MeshSettings['outboundTrafficPolicy'],
): readonly Listener[] {
  const listeners = new Map<string, Listener>()
  for (const service of services) {
    if (service.externalName !== undefined) continue
    service.ports.forEach((port, i) => {
      for (const [address, chain] of chainsFor(service, port)) {
        const name = `${address}_${String(port.number)}`
        const origin = below(service.origin, 'spec', 'ports', i)
        if (!listeners.has(name)) listeners.set(name, { name, address, port: port.number, chain, origin })
      }
    })
  }
  const rest = policy === 'ALLOW_ANY' ? PASSTHROUGH_CLUSTER : BLACK_HOLE_CLUSTER
  const chain = { kind: 'tcp', cluster: rest } as const
  return [
    ...listeners.values(),
    { name: 'virtualOutbound', address: ANY, port: CAPTURE_PORT, chain, origin: undefined },
  ]
}

/** Addresses that a port is listened for, with what happens there; a headless Service's pods have one each [A68]. */
function chainsFor(service: MeshService, port: MeshServicePort): readonly (readonly [string, Listener['chain']])[] {
  if (port.detected === 'UDP') return []
  if (isHttp(port.detected)) return [[ANY, { kind: 'http', routeConfig: String(port.number) }]]
  const cluster = toClusterName(port.number, undefined, service.hostname)
  const chain: Listener['chain'] =
    port.detected === 'auto'
      ? { kind: 'auto', routeConfig: detectedRouteName(service, port.number), cluster }
      : { kind: 'tcp', cluster }
  const addresses = service.clusterIp === undefined ? service.pods.map(pod => pod.ip) : [service.clusterIp]
  return addresses.map(address => [address, chain] as const)
}
