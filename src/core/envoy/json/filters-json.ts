import { GRPC_CODES } from '../../base/grpc-status.ts'
import type { CorsConfig, FaultConfig, Route } from '../route.ts'
import { toStringMatchJson } from './match-json.ts'
import { keep, toDurationJson, toFractionJson, withoutEmpty } from './proto-json.ts'
import type { Json } from './proto-json.ts'

const TYPE = 'type.googleapis.com/envoy.extensions.filters.http'

/** `typedPerFilterConfig` of a route: its faults and its CORS policy. */
export function toFilterConfigJson({ fault, cors }: Route): Json {
  return withoutEmpty({
    'envoy.filters.http.fault': fault && toFaultJson(fault),
    'envoy.filters.http.cors': cors && toCorsJson(cors),
  })
}

function toFaultJson({ delay, abort }: FaultConfig): Json {
  return withoutEmpty({
    '@type': `${TYPE}.fault.v3.HTTPFault`,
    delay: delay && {
      fixedDelay: toDurationJson(delay.fixedDelayMs),
      percentage: delay.inHundredths ? toFractionJson(delay.numerator / 10_000, 100) : toFractionJson(delay.numerator),
    },
    abort:
      abort &&
      keep(
        withoutEmpty({
          httpStatus: abort.httpStatus === undefined ? undefined : keep(abort.httpStatus),
          grpcStatus: abort.grpcStatus === undefined ? undefined : keep(GRPC_CODES.indexOf(abort.grpcStatus)),
          percentage: abort.withoutPercentage ? undefined : keep(toFractionJson(abort.numerator)),
        }),
      ),
  })
}

function toCorsJson(cors: CorsConfig): Json {
  return withoutEmpty({
    '@type': `${TYPE}.cors.v3.CorsPolicy`,
    allowOriginStringMatch: cors.allowOrigins.map(toStringMatchJson),
    allowMethods: cors.allowMethods,
    allowHeaders: cors.allowHeaders,
    exposeHeaders: cors.exposeHeaders,
    maxAge: cors.maxAge,
    allowCredentials: keep(cors.allowCredentials),
    filterEnabled: { defaultValue: { numerator: 100 } },
    forwardNotMatchingPreflights: keep(cors.forwardUnmatchedPreflights),
  })
}
