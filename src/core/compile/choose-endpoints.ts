import type { Endpoint } from '../envoy/index.ts'
import type { Labels } from '../resources/index.ts'
import type { ClusterPolicy } from './cluster-policy.ts'
import { withDistribution } from './distribute.ts'
import type { ServiceEndpoints } from './endpoints.ts'
import { withPriorities } from './failover-priority.ts'

/**
 * The endpoints that a caller is told of, as the cluster's policy has it: pods that are not ready are sent as unhealthy, and
 * left out where `minHealthPercent` would make Envoy use them. Istio, endpoint_builder.go, loadbalancer.go [D19].
 */
export function chooseEndpoints(
  endpoints: ServiceEndpoints,
  policy: ClusterPolicy | undefined,
  callerLabels: Labels,
): readonly Endpoint[] {
  const sent = policy?.outlierDetection?.minHealthPercent ? onlyReady(endpoints) : endpoints
  const locality = policy?.loadBalancer?.localityLb
  if (!locality || locality.enabled === false) return sent.all
  if (locality.distribute && locality.distribute.length > 0) return withDistribution(sent.all, locality.distribute)
  return withPriorities(sent, policy, callerLabels)
}

function onlyReady({ all, labels }: ServiceEndpoints): ServiceEndpoints {
  return {
    all: all.filter(({ healthy }) => healthy),
    labels: labels.filter((_, i) => all[i]?.healthy),
  }
}
