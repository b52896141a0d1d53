import type { Endpoint } from '../../envoy/index.ts'

/** Each endpoint's part of the whole. Envoy, thread_aware_lb_impl.cc, normalizeWeights. */
export function toNormalizedWeights(endpoints: readonly Endpoint[]): readonly number[] {
  const weights = endpoints.map(endpoint => endpoint.weight ?? 1)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map(weight => weight / sum)
}
