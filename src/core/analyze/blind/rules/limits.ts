import type { Reader } from '../../../resources/index.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'

const LIMITS = [
  ['tcp', 'maxConnections'],
  ['http', 'http1MaxPendingRequests'],
  ['http', 'http2MaxRequests'],
  ['http', 'maxRetries'],
] as const

/** Limits of 0, which are no limits: istiod leaves them out, and the default is 4,294,967,295 [E65]. */
export const checkLimits: BlindRule = ({ cluster }) =>
  cluster.items('DestinationRule').flatMap(about =>
    [about.spec, ...about.spec.list('subsets')].flatMap(holder => {
      const policy = holder.at('trafficPolicy')
      return [policy, ...policy.list('portLevelSettings')].flatMap(settings =>
        LIMITS.flatMap(([protocol, field]): readonly BlindFinding[] => {
          const pool: Reader = settings.at('connectionPool', protocol)
          if (pool.number(field) !== 0) return []
          return [{ message: 'limitOfZero', about, values: { field }, at: ['spec', ...pool.path, field] }]
        }),
      )
    }),
  )
