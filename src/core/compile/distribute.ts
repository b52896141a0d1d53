import type { Endpoint } from '../envoy/index.ts'
import type { LoadBalancer } from '../resources/index.ts'

type Distribution = NonNullable<NonNullable<LoadBalancer['localityLb']>['distribute']>

/**
 * Endpoints with the shares of their localities, for a caller whose own locality nobody knows: the first entry that is from
 * everywhere. Localities that it does not name get nothing. Istio, loadbalancer.go, applyLocalityWeights [D67].
 */
export function withDistribution(endpoints: readonly Endpoint[], distribute: Distribution): readonly Endpoint[] {
  const entry = distribute.find(({ from }) => from === '*')
  if (!entry) return endpoints
  const shares = Object.entries(entry.to)
  const localities = new Set(endpoints.map(({ locality = '' }) => locality))
  const weights = new Map<string, number>()
  for (const [pattern, share] of shares) {
    const named = [...localities].filter(locality => !weights.has(locality) && isWithin(locality, pattern))
    const total = sumOf(endpoints.filter(({ locality = '' }) => named.includes(locality)))
    for (const locality of named) {
      const own = sumOf(endpoints.filter(endpoint => (endpoint.locality ?? '') === locality))
      weights.set(locality, Math.ceil((share * own) / total))
    }
  }
  return endpoints.flatMap(endpoint => {
    const localityWeight = weights.get(endpoint.locality ?? '')
    return localityWeight ? { ...endpoint, localityWeight } : []
  })
}

const sumOf = (endpoints: readonly Endpoint[]): number => endpoints.reduce((sum, { weight = 1 }) => sum + weight, 0)

/** `region/*`, `region/zone/*`; a part that is missing stands for all. Istio, util.LocalityMatch. */
function isWithin(locality: string, pattern: string): boolean {
  const parts = locality.split('/')
  return pattern.split('/').every((part, i) => part === '*' || part === (parts[i] ?? ''))
}
