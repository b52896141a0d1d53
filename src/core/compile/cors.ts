import { parseDuration } from '../base/duration.ts'
import type { CorsConfig } from '../envoy/index.ts'
import type { CorsPolicy } from '../resources/index.ts'
import { toValueMatch } from './route-match.ts'

/** A rule's CORS policy; `maxAge` in whole seconds. Istio, TranslateCORSPolicy [C80]-[C83]. */
export function toCorsConfig(policy: CorsPolicy | undefined): CorsConfig | undefined {
  if (!policy) return undefined
  const maxAgeMs = policy.maxAge === undefined ? undefined : parseDuration(policy.maxAge)
  return {
    allowOrigins: policy.allowOrigins.map(toValueMatch),
    allowMethods: policy.allowMethods.join(','),
    allowHeaders: policy.allowHeaders.join(','),
    exposeHeaders: policy.exposeHeaders.join(','),
    maxAge: maxAgeMs === undefined ? undefined : String(Math.floor(maxAgeMs / 1000)),
    allowCredentials: policy.allowCredentials,
    forwardUnmatchedPreflights: policy.unmatchedPreflights !== 'IGNORE',
  }
}
