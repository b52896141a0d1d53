import { queryValue, viewRequest } from '../request-view.ts'
import type { FormatContext } from './format-context.ts'
import type { HeaderLine } from './mutate-headers.ts'

type OperatorValue = (context: FormatContext, argument: string) => string | undefined

/**
 * What operators stand for. Those that are not here have no value: certificates, connections, clocks and sizes are not
 * modelled. Envoy, http_specific_formatter.cc, stream_info_formatter.cc.
 */
export const OPERATOR_VALUES: Readonly<Record<string, OperatorValue | undefined>> = {
  REQ: (context, names) => firstOf(names, name => requestHeader(context, name)),
  REQUEST_HEADER: (context, names) => firstOf(names, name => requestHeader(context, name)),
  RESP: (context, names) => firstOf(names, name => responseHeader(context, name)),
  RESPONSE_HEADER: (context, names) => firstOf(names, name => responseHeader(context, name)),
  PATH: ({ path }, query) => (query === 'NQ' ? path.split('?', 1)[0] : path),
  QUERY_PARAM: ({ request, path }, name) => queryValue(viewRequest({ ...request, path }), name),
  QUERY_PARAMS: ({ path }) => path.split('?')[1],
  PROTOCOL: () => 'HTTP/1.1',
  ROUTE_NAME: ({ routeName }) => routeName,
  UPSTREAM_CLUSTER: ({ cluster }) => (cluster.startsWith('outbound|') ? `${cluster};` : cluster),
  UPSTREAM_CLUSTER_RAW: ({ cluster }) => cluster,
  UPSTREAM_HOST: upstreamAddress,
  UPSTREAM_HOSTS_ATTEMPTED: upstreamAddress,
  UPSTREAM_HOSTS_ATTEMPTED_WITHOUT_PORT: ({ endpoint }) => endpoint?.address,
  UPSTREAM_HOST_NAME: upstreamAddress,
  UPSTREAM_HOST_NAMES_ATTEMPTED: upstreamAddress,
  UPSTREAM_HOST_NAME_WITHOUT_PORT: ({ endpoint }) => endpoint?.address,
  UPSTREAM_HOST_NAMES_ATTEMPTED_WITHOUT_PORT: ({ endpoint }) => endpoint?.address,
  UPSTREAM_REMOTE_ADDRESS: upstreamAddress,
  UPSTREAM_REMOTE_ADDRESS_WITHOUT_PORT: ({ endpoint }) => endpoint?.address,
  UPSTREAM_REMOTE_PORT: ({ endpoint }) => endpoint && String(endpoint.port),
  UPSTREAM_PROTOCOL: ({ endpoint }) => endpoint && 'HTTP/1.1',
  UPSTREAM_REQUEST_ATTEMPT_COUNT: ({ attempts }) => String(attempts),
  DOWNSTREAM_LOCAL_PORT: ({ request }) => String(request.dialPort),
  RESPONSE_CODE: ({ answer }) => String(answer?.noted ?? 0),
  RESPONSE_CODE_DETAILS: ({ answer }) => answer?.details,
  RESPONSE_FLAGS: ({ answer }) => answer?.flags ?? '-',
  ACCESS_LOG_TYPE: () => 'NotSet',
  ENVIRONMENT: () => '-',
  BYTES_RECEIVED: () => '0',
  BYTES_SENT: () => '0',
  RESPONSE_TRAILERS_BYTES: () => '0',
}

/** `name` or `name?instead`. */
function firstOf(names: string, valueOf: (name: string) => string | undefined): string | undefined {
  const [name = '', instead] = names.split('?')
  return valueOf(name.toLowerCase()) ?? (instead === undefined ? undefined : valueOf(instead.toLowerCase()))
}

function requestHeader({ request, path, authority, lines }: FormatContext, name: string): string | undefined {
  switch (name) {
    case ':method':
      return request.method
    case ':path':
      return path
    case ':authority':
    case 'host':
      return authority
    case ':scheme':
      return request.scheme
    default:
      return inLines(lines, name)
  }
}

function responseHeader({ answer }: FormatContext, name: string): string | undefined {
  if (name === ':status') return answer && String(answer.status)
  // The application's own, whatever that is: the proxy's name takes its place later.
  if (name === 'server') return undefined
  return answer && inLines(answer.lines, name)
}

function inLines(lines: readonly HeaderLine[], name: string): string | undefined {
  return lines.find(line => line[0] === name)?.[1]
}

function upstreamAddress({ endpoint }: FormatContext): string | undefined {
  return endpoint && `${endpoint.address}:${String(endpoint.port)}`
}
