import type { ForwardAction, Route } from '../envoy/index.ts'
import { isGrpc } from './grpc-reply.ts'
import type { HttpRequest } from './request.ts'

const UNITS: Readonly<Record<string, number>> = { H: 3_600_000, M: 60_000, S: 1000, m: 1, u: 0.001, n: 0.000_001 }

/** More digits than these gRPC does not allow. */
const MOST = 99_999_999

/**
 * The time that a request and all of its tries have, 0 where there is no limit. A gRPC caller sets its own, up to the
 * rule's: Istio allows that on every route. Envoy, router.cc, FilterUtility::finalTimeout [C30] [C35].
 */
export function totalTimeoutMs(request: HttpRequest, { timeoutMs }: ForwardAction): number {
  if (!isGrpc(request)) return timeoutMs
  const [, digits, unit] = /^(\d{1,8})([HMSmun])$/.exec(request.headers.get('grpc-timeout') ?? '') ?? []
  const wanted = Math.ceil(Number(digits ?? 0) * (UNITS[unit ?? ''] ?? 0))
  return timeoutMs > 0 && (wanted === 0 || wanted > timeoutMs) ? timeoutMs : wanted
}

/**
 * The time that a pod is told a try has, which begins so long after the request was taken up; 0: there is no limit. It is the
 * try's own, or what is left of all; when that is used up, a millisecond. Envoy, router.cc, FilterUtility::setTimeoutHeaders.
 */
export function expectedTimeoutMs(request: HttpRequest, action: ForwardAction, elapsedMs = 0): number {
  const total = totalTimeoutMs(request, action)
  const perTry = action.retryPolicy?.perTryTimeoutMs ?? 0
  const expected = perTry > 0 && (total === 0 || perTry < total) ? perTry : total
  return total === 0 ? expected : Math.max(1, Math.min(expected, total - Math.floor(elapsedMs)))
}

/** `grpc-timeout` as a try carries it; undefined where Envoy leaves it alone. Envoy, setTimeoutHeaders. */
export function grpcTimeoutSent(request: HttpRequest, { action }: Route, elapsedMs = 0): string | undefined {
  if (action.kind !== 'forward' || !isGrpc(request)) return undefined
  const expected = expectedTimeoutMs(request, action, elapsedMs)
  if (expected === 0) return undefined
  return expected <= MOST ? `${String(expected)}m` : `${String(Math.floor(expected / 1000))}S`
}
