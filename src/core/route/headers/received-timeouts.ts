import type { Route } from '../../envoy/index.ts'
import { expectedTimeoutMs, grpcTimeoutSent } from '../grpc-timeout.ts'
import type { HttpRequest } from '../request.ts'
import type { HeaderLine } from './mutate-headers.ts'

/**
 * The time that a try has, which began so long after the request was taken up; nothing where there is no limit.
 * Envoy, router.cc, FilterUtility::setTimeoutHeaders.
 */
export function withTimeouts(
  lines: readonly HeaderLine[],
  request: HttpRequest,
  route: Route | undefined,
  elapsedMs = 0,
): readonly HeaderLine[] {
  if (route?.action.kind !== 'forward') return lines
  const expected = expectedTimeoutMs(request, route.action, elapsedMs)
  const told = expected > 0 ? withHeader(lines, EXPECTED_TIMEOUT, String(expected)) : lines
  const grpc = grpcTimeoutSent(request, route, elapsedMs)
  return grpc === undefined ? told : withHeader(told, 'grpc-timeout', grpc)
}

export const EXPECTED_TIMEOUT = 'x-envoy-expected-rq-timeout-ms'

/** A header that Envoy sets: in the place of one that was sent, else last. */
export function withHeader(lines: readonly HeaderLine[], name: string, value: string): readonly HeaderLine[] {
  const at = lines.findIndex(line => line[0] === name)
  return at < 0 ? [...lines, [name, value]] : lines.map((line, i) => (i === at ? [name, value] : line))
}
