import type { Route } from '../envoy/index.ts'

const OPERATOR = /%%|%([A-Z0-9_]+)(?:\((.*?)\))?(?::\d+)?%/g

/** Commands of Envoy's formatter beside those on connections, which `CONNECTION_PART` knows. */
const COMMANDS: ReadonlySet<string> = new Set(
  `ACCESS_LOG_TYPE BYTES_RECEIVED BYTES_RETRANSMITTED BYTES_SENT CEL CLUSTER_METADATA COALESCE COMMON_DURATION CONNECTION_ID
  CONNECTION_TERMINATION_DETAILS CUSTOM_FLAGS DURATION DYNAMIC_METADATA EMIT_TIME EMIT_TIME_LOCAL ENVIRONMENT FILTER_CHAIN_NAME
  FILTER_STATE GRPC_STATUS GRPC_STATUS_NUMBER HOSTNAME LISTENER_NAME LOCAL_REPLY_BODY METADATA PACKETS_RETRANSMITTED PATH
  PER_REQUEST_STATE PROTOCOL QUERY_PARAM QUERY_PARAMS REQ REQUESTED_SERVER_NAME REQUEST_DURATION REQUEST_HEADER
  REQUEST_HEADERS_BYTES REQUEST_TX_DURATION RESP RESPONSE_CODE RESPONSE_CODE_DETAILS RESPONSE_DURATION RESPONSE_FLAGS
  RESPONSE_FLAGS_LONG RESPONSE_HEADER RESPONSE_HEADERS_BYTES RESPONSE_TRAILER RESPONSE_TRAILERS_BYTES RESPONSE_TX_DURATION
  ROUNDTRIP_DURATION ROUTE_NAME SPAN_ID START_TIME START_TIME_LOCAL STREAM_ID TLS_JA3_FINGERPRINT TLS_JA4_FINGERPRINT TRACE_ID
  TRAILER UNIQUE_ID VIRTUAL_CLUSTER_NAME`.split(/\s+/),
)
const CONNECTION_PART = /^(?:DOWNSTREAM|UPSTREAM)_/
const NEEDS_ARGUMENT: ReadonlySet<string> = new Set(
  'CLUSTER_METADATA QUERY_PARAM REQUEST_HEADER RESPONSE_HEADER RESPONSE_TRAILER UPSTREAM_METADATA'.split(' '),
)

/**
 * Envoy's reason to refuse a route whose header values hold an operator that it does not know; istiod looks at their form
 * only. Envoy, substitution_formatter.cc, SubstitutionFormatParser::parse.
 */
export function refusedOperator({ requestHeaders, responseHeaders, action }: Route): string | undefined {
  const legs = action.kind === 'forward' ? action.clusters : []
  const batches = [requestHeaders, responseHeaders, ...legs.flatMap(leg => [leg.requestHeaders, leg.responseHeaders])]
  for (const { value } of batches.flatMap(({ add }) => add)) {
    if (!value.includes('%')) continue
    for (const [, name, argument] of value.matchAll(OPERATOR)) {
      if (name === undefined) continue
      if (!COMMANDS.has(name) && !CONNECTION_PART.test(name)) return `Not supported field in StreamInfo: ${name}`
      if (argument === undefined && NEEDS_ARGUMENT.has(name)) return `${name} requires parameters`
    }
  }
  return undefined
}
