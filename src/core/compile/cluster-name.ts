import type { ClusterName } from '../base/ids.ts'
import type { Destination } from '../resources/index.ts'

/** `outbound|9080|v1|reviews.default.svc.cluster.local`. Istio, model.BuildSubsetKey [A59]. */
export const toClusterName = (port: number, subset: string | undefined, hostname: string): ClusterName =>
  `outbound|${String(port)}|${subset ?? ''}|${hostname}` as ClusterName

/** Where requests for hosts that the mesh does not know go on to the address they were sent to [A60]. */
export const PASSTHROUGH_CLUSTER = 'PassthroughCluster' as ClusterName
/** A cluster without endpoints [A61]. */
export const BLACK_HOLE_CLUSTER = 'BlackHoleCluster' as ClusterName

/** Where a Sidecar's `egressProxy` sends all that is not known [A32]. */
export const egressProxyCluster = ({ host, subset, port }: Destination): ClusterName =>
  toClusterName(port ?? 0, subset, host)
