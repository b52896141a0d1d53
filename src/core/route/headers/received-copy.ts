import type { HttpRequest } from '../request.ts'
import { totalTimeoutMs } from '../grpc-timeout.ts'
import type { HeaderLine } from './mutate-headers.ts'
import { receivedRequest } from './received-request.ts'
import type { Received, ReceivedRequest } from './received-request.ts'
import { EXPECTED_TIMEOUT, withHeader } from './received-timeouts.ts'

/**
 * A mirrored copy as it arrives: the request as its first try left, said to be from inside, with the proxy's own address
 * behind those that it came through, and with the rule's time instead of a try's. Envoy, router.cc, Filter::decodeHeaders;
 * async_client_impl.cc, AsyncStreamImpl::sendHeaders [D91].
 */
export function receivedCopy(decision: Received, request: HttpRequest, proxyAddress: string): ReceivedRequest {
  const { route, leg, atGateway } = decision
  const { path, headers } = receivedRequest({ route, leg, attempts: 1, ...(atGateway && { atGateway }) }, request)
  const inside = withHeader(headers, 'x-envoy-internal', 'true')
  const through = inside.find(([name]) => name === FORWARDED_FOR)?.[1]
  const placed = withHeader(inside, FORWARDED_FOR, through === undefined ? proxyAddress : `${through},${proxyAddress}`)
  const totalMs = route?.action.kind === 'forward' ? totalTimeoutMs(request, route.action) : 0
  const lines: readonly HeaderLine[] = totalMs > 0 ? withHeader(placed, EXPECTED_TIMEOUT, String(totalMs)) : placed
  return { path, headers: lines }
}

const FORWARDED_FOR = 'x-forwarded-for'
