import type { Cluster } from '../envoy/index.ts'
import { isWildcard } from '../mesh/index.ts'
import type { MeshService, MeshServicePort } from '../mesh/index.ts'

const FORWARDED = new Set(['HTTP', 'TLS', 'GRPC', 'HTTP2'])

/**
 * How the clusters of a service find their endpoints; undefined: the port has none. Gateways have no address that was
 * dialled and balance over a headless Service's pods. Istio, convertResolution, buildOutboundClusters [A68][A69].
 */
export function toClusterType(
  { resolution, hostname }: MeshService,
  { detected, withoutCluster }: MeshServicePort,
  proxy: 'sidecar' | 'gateway',
): Cluster['type'] | undefined {
  if (detected === 'UDP' || withoutCluster) return undefined
  switch (resolution) {
    case 'DNSLB':
      return 'STRICT_DNS'
    case 'DNSRoundRobinLB':
      return 'LOGICAL_DNS'
    case 'Passthrough':
      return proxy === 'gateway' ? 'EDS' : 'ORIGINAL_DST'
    case 'DynamicDNS':
      if (!isWildcard(hostname)) return 'EDS'
      return FORWARDED.has(detected) ? 'DYNAMIC_FORWARD_PROXY' : undefined
    case 'ClientSideLB':
      return 'EDS'
    case 'Alias':
      return undefined
  }
}
