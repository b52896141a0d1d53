import { below } from '../../base/origin.ts'
import type { MeshService } from '../../mesh/index.ts'

/**
 * A service with some of its ports only, which remember where they are written; itself if it has no others, nothing if it
 * has none of them. Istio, serviceMatchingListenerPort, serviceMatchingVirtualServicePorts.
 */
export function trimToPorts(service: MeshService, numbers: ReadonlySet<number>): MeshService | undefined {
  const ports = service.ports.flatMap((port, i) =>
    numbers.has(port.number) ? { ...port, origin: port.origin ?? below(service.origin, 'spec', 'ports', i) } : [],
  )
  if (ports.length === service.ports.length) return service
  return ports.length > 0 ? { ...service, ports } : undefined
}
