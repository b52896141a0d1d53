import type { Route, WeightedCluster } from '../../envoy/index.ts'
import type { Decision } from '../decision.ts'
import type { HttpRequest } from '../request.ts'
import { viewRequest } from '../request-view.ts'
import type { RequestView } from '../request-view.ts'
import { arriveAtGateway } from '../arrive-at-gateway.ts'
import { contextOfRequest } from './format-context.ts'
import { grpcTimeoutSent } from '../grpc-timeout.ts'
import { formatHeaderValue } from './format-value.ts'
import { INTERNAL_HEADERS } from './internal-headers.ts'
import { mutateHeaders } from './mutate-headers.ts'
import type { HeaderLine } from './mutate-headers.ts'
import { rewriteHost, rewritePath, rewritesPath } from './rewrite.ts'

/** What of a decision shows there. */
type Received = Pick<Decision, 'route' | 'leg' | 'attempts' | 'clientCertificate' | 'atGateway'>

export interface ReceivedRequest {
  readonly path: string
  /** `host` first, then in the order of the wire. */
  readonly headers: readonly HeaderLine[]
}

/**
 * The request as it arrives at the pod: header edits (the leg's, then the route's), then Host and path rewrites with the
 * originals beside them. Envoy, config_impl.cc, RouteEntryImplBase::finalizeRequestHeaders [C23] [C26] [C58] [C92].
 */
export function receivedRequest(decision: Received, sentRequest: HttpRequest): ReceivedRequest {
  const request = decision.atGateway ? arriveAtGateway(sentRequest) : sentRequest
  const view = viewRequest(request)
  const { route, leg } = decision
  const sent: readonly HeaderLine[] = [...request.headers].filter(
    ([name]) => !INTERNAL_HEADERS.has(name) && name !== CLIENT_CERTIFICATE,
  )
  const timeout = route && grpcTimeoutSent(request, route)
  const timed = timeout === undefined ? sent : withHeader(sent, 'grpc-timeout', timeout)
  const counted = withHeader(timed, 'x-envoy-attempt-count', String(Math.max(1, decision.attempts)))
  if (!route)
    return { path: view.pathAndQuery, headers: [['host', request.authority], ...counted, ...certified(decision)] }
  const format = (value: string, lines: readonly HeaderLine[]) =>
    formatHeaderValue(value, contextOfRequest(request, lines, route, leg))
  const byLeg = leg ? mutateHeaders(counted, leg.requestHeaders, format) : counted
  const edited = mutateHeaders(byLeg, route.requestHeaders, format)
  const { host, original } = rewriteHost(view, route, leg)
  const byHost = original === undefined ? edited : withHeader(edited, 'x-envoy-original-host', original)
  const path = rewritePath(view, route)
  const headers = rewritesPath(route) ? withHeader(byHost, 'x-envoy-original-path', view.pathAndQuery) : byHost
  return { path, headers: [['host', host], ...headers, ...certified(decision)] }
}

/** A header that Envoy sets: in the place of one that was sent, else last. */
function withHeader(lines: readonly HeaderLine[], name: string, value: string): readonly HeaderLine[] {
  const at = lines.findIndex(line => line[0] === name)
  return at < 0 ? [...lines, [name, value]] : lines.map((line, i) => (i === at ? [name, value] : line))
}

/** Who called, as the pod's sidecar says; what the application itself sent of it never gets there. */
function certified({ clientCertificate }: Received): readonly HeaderLine[] {
  return clientCertificate === undefined ? [] : [[CLIENT_CERTIFICATE, clientCertificate]]
}

const CLIENT_CERTIFICATE = 'x-forwarded-client-cert'

/** What the route changes before the request leaves, in words. */
export function describeRewrites(view: RequestView, route: Route, leg: WeightedCluster | undefined): readonly string[] {
  const words: string[] = []
  const path = rewritePath(view, route)
  if (path !== view.pathAndQuery) words.push(`path ${view.pathAndQuery} becomes ${path}`)
  const { host } = rewriteHost(view, route, leg)
  if (host !== view.request.authority) words.push(`host ${view.request.authority} becomes ${host}`)
  for (const { add, remove } of leg ? [leg.requestHeaders, route.requestHeaders] : [route.requestHeaders]) {
    for (const name of remove) words.push(`header ${name} is removed`)
    for (const { name, value, append } of add) {
      words.push(`header ${name} ${append === 'APPEND_IF_EXISTS_OR_ADD' ? 'gets' : 'becomes'} ${value}`)
    }
  }
  return words
}
