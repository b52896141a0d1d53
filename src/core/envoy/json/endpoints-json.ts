import type { Cluster, Endpoint } from '../cluster.ts'
import type { Json } from './proto-json.ts'

/** Envoy's ClusterLoadAssignment: all pods of a cluster, those that are not ready as unhealthy. */
export function toLoadAssignmentJson({ name, endpoints }: Cluster): Json {
  if (endpoints.length === 0) return { clusterName: name }
  const lbEndpoints = endpoints.map(toEndpointJson)
  return { clusterName: name, endpoints: [{ locality: {}, lbEndpoints, loadBalancingWeight: lbEndpoints.length }] }
}

/** Envoy's LbEndpoint. */
export function toEndpointJson({ address, port, healthy, tlsMode }: Endpoint): Json {
  return {
    endpoint: { address: { socketAddress: { address, portValue: port } } },
    healthStatus: healthy ? 'HEALTHY' : 'UNHEALTHY',
    ...(tlsMode === 'istio' && {
      metadata: { filterMetadata: { 'envoy.transport_socket_match': { tlsMode } } },
    }),
    loadBalancingWeight: 1,
  }
}
