import {
  BOOLEAN,
  DURATION,
  INT32,
  listOf,
  mapOf,
  NULLABLE_BOOLEAN,
  NULLABLE_UINT32,
  NUMBER,
  object,
  oneOfWords,
  STRING,
  STRING_MAP,
  STRINGS,
  UINT32,
} from './schema.ts'

const STRING_MATCH = object({ exact: STRING, prefix: STRING, regex: STRING }, { oneOf: [['exact', 'prefix', 'regex']] })
const PERCENT = object({ value: NUMBER })
const PORT = object({ number: UINT32 })
const DESTINATION = object({ host: STRING, port: PORT, subset: STRING }, { required: ['host'] })
const HEADER_OPERATION = object({ add: STRING_MAP, remove: STRINGS, set: STRING_MAP })
const HEADERS = object({ request: HEADER_OPERATION, response: HEADER_OPERATION })

const HTTP_MATCH = object({
  authority: STRING_MATCH,
  gateways: STRINGS,
  headers: mapOf(STRING_MATCH),
  ignoreUriCase: BOOLEAN,
  method: STRING_MATCH,
  name: STRING,
  port: UINT32,
  queryParams: mapOf(STRING_MATCH),
  scheme: STRING_MATCH,
  sourceLabels: STRING_MAP,
  sourceNamespace: STRING,
  statPrefix: STRING,
  uri: STRING_MATCH,
  withoutHeaders: mapOf(STRING_MATCH),
})

const CORS = object({
  allowCredentials: NULLABLE_BOOLEAN,
  allowHeaders: STRINGS,
  allowMethods: STRINGS,
  allowOrigin: STRINGS,
  allowOrigins: listOf(STRING_MATCH),
  exposeHeaders: STRINGS,
  maxAge: DURATION,
  unmatchedPreflights: oneOfWords('UNSPECIFIED', 'FORWARD', 'IGNORE'),
})

const FAULT = object({
  abort: object(
    { grpcStatus: STRING, http2Error: STRING, httpStatus: INT32, percentage: PERCENT },
    { oneOf: [['httpStatus', 'grpcStatus', 'http2Error']] },
  ),
  delay: object(
    { exponentialDelay: DURATION, fixedDelay: DURATION, percent: INT32, percentage: PERCENT },
    { oneOf: [['fixedDelay', 'exponentialDelay']] },
  ),
})

const RETRIES = object({
  attempts: INT32,
  backoff: DURATION,
  perTryTimeout: DURATION,
  retryIgnorePreviousHosts: NULLABLE_BOOLEAN,
  retryOn: STRING,
  retryRemoteLocalities: NULLABLE_BOOLEAN,
})

const REDIRECT = object(
  {
    authority: STRING,
    derivePort: oneOfWords('FROM_PROTOCOL_DEFAULT', 'FROM_REQUEST_PORT'),
    port: UINT32,
    prefixRewrite: STRING,
    redirectCode: UINT32,
    scheme: STRING,
    uri: STRING,
  },
  { oneOf: [['port', 'derivePort']] },
)

const HTTP_RULE = object({
  corsPolicy: CORS,
  delegate: object({ name: STRING, namespace: STRING }),
  directResponse: object(
    { body: object({ bytes: STRING, string: STRING }, { oneOf: [['string', 'bytes']] }), status: UINT32 },
    { required: ['status'] },
  ),
  fault: FAULT,
  headers: HEADERS,
  match: listOf(HTTP_MATCH),
  mirror: DESTINATION,
  mirror_percent: NULLABLE_UINT32,
  mirrorPercent: NULLABLE_UINT32,
  mirrorPercentage: PERCENT,
  mirrors: listOf(object({ destination: DESTINATION, percentage: PERCENT }, { required: ['destination'] })),
  name: STRING,
  redirect: REDIRECT,
  retries: RETRIES,
  rewrite: object({ authority: STRING, uri: STRING, uriRegexRewrite: object({ match: STRING, rewrite: STRING }) }),
  route: listOf(object({ destination: DESTINATION, headers: HEADERS, weight: INT32 }, { required: ['destination'] })),
  timeout: DURATION,
})

const L4_MATCH = {
  destinationSubnets: STRINGS,
  gateways: STRINGS,
  port: UINT32,
  sourceLabels: STRING_MAP,
  sourceNamespace: STRING,
}
const L4_ROUTE = listOf(object({ destination: DESTINATION, weight: INT32 }, { required: ['destination'] }))

/** `spec` of a VirtualService. Istio, crd-all.gen.yaml ([H6]). */
export const VIRTUAL_SERVICE = object({
  exportTo: STRINGS,
  gateways: STRINGS,
  hosts: STRINGS,
  http: listOf(HTTP_RULE),
  tcp: listOf(object({ match: listOf(object({ ...L4_MATCH, sourceSubnet: STRING })), route: L4_ROUTE })),
  tls: listOf(
    object(
      { match: listOf(object({ ...L4_MATCH, sniHosts: STRINGS }, { required: ['sniHosts'] })), route: L4_ROUTE },
      { required: ['match'] },
    ),
  ),
})
