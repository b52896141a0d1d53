import type { BlindFinding, BlindRule } from '../blind-rule.ts'

/** The older name of LEAST_REQUEST, of which Istio does not warn [E21]. */
export const checkLeastConn: BlindRule = ({ cluster }) =>
  cluster.items('DestinationRule').flatMap(about =>
    [about.spec, ...about.spec.list('subsets')].flatMap((holder): readonly BlindFinding[] => {
      const balancer = holder.at('trafficPolicy', 'loadBalancer')
      if (balancer.string('simple') !== 'LEAST_CONN') return []
      const own = holder === about.spec ? [] : holder.path
      const at = ['spec', ...own, 'trafficPolicy', 'loadBalancer', 'simple']
      return [{ message: 'leastConn', about, values: {}, at }]
    }),
  )
