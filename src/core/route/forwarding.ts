import type { ForwardAction, MirrorPolicy, Route } from '../envoy/index.ts'
import { conclude } from './conclude.ts'
import type { Tried } from './conclude.ts'
import type { Course, ReadyCluster, Settled } from './course.ts'
import type { Decision, MirroredCopy } from './decision.ts'
import { drawCopies } from './draw-copies.ts'
import { totalTimeoutMs } from './grpc-timeout.ts'
import type { RequestHash } from './hash/request-hash.ts'

/** A request that the router is about to send: all is settled but the pod, and what becomes of it there. */
export interface Forwarding {
  readonly kind: 'forwarding'
  readonly course: Course
  readonly settled: Settled
  readonly route: Route
  readonly action: ForwardAction
  readonly cluster: ReadyCluster
  readonly hash: RequestHash
}

/** The time that all tries have together; 0: no limit. */
export const timeoutOf = ({ course, action }: Forwarding): number => totalTimeoutMs(course.view.request, action)

/** Which mirrors get a copy: drawn, so ask once. */
export const copiesOf = ({ course, action, settled }: Forwarding): readonly MirrorPolicy[] =>
  action.mirrors.length === 0 ? NO_COPIES : drawCopies(course, action, settled.leg)

const NO_COPIES: readonly MirrorPolicy[] = []

/** The decision, once the tries are over. */
export function concludeForwarding(
  { course, settled, hash }: Forwarding,
  tried: Tried,
  mirrors: readonly MirroredCopy[],
): Decision {
  const decision = conclude(course, settled, tried, hash, mirrors)
  return course.view.request.atGateway ? { ...decision, atGateway: true } : decision
}
