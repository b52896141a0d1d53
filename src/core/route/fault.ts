import { GRPC_CODES } from '../base/grpc-status.ts'
import type { FaultConfig } from '../envoy/index.ts'
import type { Course } from './course.ts'

const MILLION = 1_000_000

/** How long the fault filter holds the request back; 0 where it does not. Drawn before the abort [C61] [C62]. */
export function drawDelay(course: Course, fault: FaultConfig): number {
  if (!fault.delay || !drawPart(course, 'delay', fault, fault.delay.numerator, MILLION)) return 0
  const delayMs = Math.max(1, Math.floor(fault.delay.fixedDelayMs))
  course.steps?.push({ kind: 'delay', delayMs, origin: fault.origin })
  return delayMs
}

/** Whether the fault filter answers in the destination's stead. Envoy, fault_filter.cc: a draw of its own [C62]. */
export function drawAbort(course: Course, fault: FaultConfig): boolean {
  return fault.abort !== undefined && drawPart(course, 'abort', fault, fault.abort.numerator, MILLION)
}

/** Whether something that applies to `numerator` of `denominator` requests applies to this one. */
export function drawPart(
  { chance, steps }: Course,
  what: 'delay' | 'abort',
  { origin }: { readonly origin: FaultConfig['origin'] },
  numerator: number,
  denominator: number,
): boolean {
  if (numerator <= 0) return false
  if (numerator >= denominator) return true
  const applies = chance.choose([numerator, denominator - numerator], denominator) === 0
  const share = numerator / denominator
  const words = WORDS[what]
  steps?.push({
    kind: 'draw',
    what,
    value: chance.last,
    options: [
      { label: words.yes, share, taken: applies },
      { label: words.no, share: 1 - share, taken: !applies },
    ],
    origin,
  })
  return applies
}

const WORDS = {
  delay: { yes: 'delayed', no: 'not delayed' },
  abort: { yes: 'aborted', no: 'not aborted' },
}

/** The status of an abort; a gRPC status travels in a 200. Envoy, fault_filter.cc, abortWithStatus [C63]. */
export function abortStatus(abort: NonNullable<FaultConfig['abort']>): number {
  return abort.httpStatus ?? 200
}

/** The number of an abort's gRPC status, where it names one. grpc/status.h. */
export function abortGrpc({ grpcStatus }: NonNullable<FaultConfig['abort']>): { readonly grpcStatus?: number } {
  const number = grpcStatus === undefined ? -1 : GRPC_CODES.indexOf(grpcStatus)
  return number < 0 ? {} : { grpcStatus: number }
}
