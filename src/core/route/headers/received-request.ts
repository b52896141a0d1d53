import type { Route, WeightedCluster } from '../../envoy/index.ts'
import type { Decision } from '../decision.ts'
import type { HttpRequest } from '../request.ts'
import { viewRequest } from '../request-view.ts'
import type { RequestView } from '../request-view.ts'
import { arriveAtGateway } from '../arrive-at-gateway.ts'
import { contextOfRequest } from './format-context.ts'
import { formatHeaderValue } from './format-value.ts'
import { INTERNAL_HEADERS } from './internal-headers.ts'
import { mutateHeaders } from './mutate-headers.ts'
import type { HeaderLine } from './mutate-headers.ts'
import { withHeader, withTimeouts } from './received-timeouts.ts'
import { rewriteHost, rewritePath, rewritesPath } from './rewrite.ts'

/** What of a decision shows there: of its last try, which began so long after the request was taken up. */
export type Received = Pick<Decision, 'route' | 'leg' | 'attempts' | 'clientCertificate' | 'atGateway'> & {
  readonly elapsedMs?: number
}

export interface ReceivedRequest {
  readonly path: string
  /** `host` first, then in the order of the wire. */
  readonly headers: readonly HeaderLine[]
}

/**
 * The request as it arrives at the pod: how long it may take and which try it is, then header edits (the leg's, then the
 * route's), then Host and path rewrites with the originals beside them. All that is done once; a retry only says anew which
 * it is and what time is left. Envoy, router.cc, Filter::decodeHeaders, continueDoRetry; config_impl.cc,
 * RouteEntryImplBase::finalizeRequestHeaders [C23] [C26] [C58] [C92] [D59] [D80].
 */
export function receivedRequest(decision: Received, sentRequest: HttpRequest): ReceivedRequest {
  const request = decision.atGateway ? arriveAtGateway(sentRequest) : sentRequest
  const view = viewRequest(request)
  const { route, leg } = decision
  const sent: readonly HeaderLine[] = [...request.headers].filter(
    ([name]) => !INTERNAL_HEADERS.has(name) && name !== CLIENT_CERTIFICATE,
  )
  const counted = withHeader(withTimeouts(withProtocol(sent, request), request, route), ATTEMPT, '1')
  const finish = (lines: readonly HeaderLine[]): readonly HeaderLine[] => {
    if (decision.attempts <= 1) return [...lines, ...certified(decision)]
    const again = withHeader(lines, ATTEMPT, String(decision.attempts))
    return [...withTimeouts(again, request, route, decision.elapsedMs), ...certified(decision)]
  }
  if (!route) return { path: view.pathAndQuery, headers: [['host', request.authority], ...finish(counted)] }
  const format = (value: string, lines: readonly HeaderLine[]) =>
    formatHeaderValue(value, contextOfRequest(request, lines, route, leg))
  const byLeg = leg ? mutateHeaders(counted, leg.requestHeaders, format) : counted
  const edited = mutateHeaders(byLeg, route.requestHeaders, format)
  const { host, original } = rewriteHost(view, route, leg)
  const byHost = original === undefined ? edited : withHeader(edited, 'x-envoy-original-host', original)
  const path = rewritePath(view, route)
  const headers = rewritesPath(route) ? withHeader(byHost, 'x-envoy-original-path', view.pathAndQuery) : byHost
  return { path, headers: [['host', host], ...finish(headers)] }
}

const ATTEMPT = 'x-envoy-attempt-count'

/** What the caller spoke, unless it says so itself. Envoy, conn_manager_utility.cc, mutateRequestHeaders. */
function withProtocol(lines: readonly HeaderLine[], { scheme, atGateway }: HttpRequest): readonly HeaderLine[] {
  if (lines.some(([name]) => name === 'x-forwarded-proto')) return lines
  // A gateway knows of the protocol before it judges where the client is.
  const at = atGateway ? lines.findIndex(([name]) => name === 'x-envoy-external-address') : -1
  return lines.toSpliced(at < 0 ? lines.length : at, 0, ['x-forwarded-proto', scheme])
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
