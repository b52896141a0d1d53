import type { Endpoint } from '../envoy/index.ts'
import type { Labels } from '../resources/index.ts'
import type { ClusterPolicy } from './cluster-policy.ts'
import type { ServiceEndpoints } from './endpoints.ts'

/**
 * Endpoints with their priorities for one caller: the more of the `failoverPriority` labels agree with the caller's (or with
 * the value given), from the first on, the lower. Only beside `outlierDetection`.
 * Istio, loadbalancer.go, applyFailoverPriorityPerLocality [E33].
 */
export function withPriorities(
  { all, labels }: ServiceEndpoints,
  policy: ClusterPolicy | undefined,
  callerLabels: Labels,
): readonly Endpoint[] {
  const wanted = policy?.loadBalancer?.localityLb?.failoverPriority ?? []
  if (wanted.length === 0 || !policy?.outlierDetection) return all
  const rules = wanted.map(word => {
    const equals = word.indexOf('=')
    return equals < 0
      ? { label: word, value: callerLabels[word] }
      : { label: word.slice(0, equals), value: word.slice(equals + 1) }
  })
  return all.map((endpoint, i) => {
    const first = rules.findIndex(({ label, value }) => (labels[i]?.[label] ?? '') !== (value ?? ''))
    return { ...endpoint, priority: first < 0 ? 0 : rules.length - first }
  })
}
