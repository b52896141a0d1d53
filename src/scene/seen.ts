import type { Decision } from '../core/route/index.ts'
import type { RequestClass, RequestRecord } from '../core/simulate/index.ts'
import { flagsOf, isAnswered } from './outcome.ts'

/** An end that a simulated request came to. */
export interface Seen {
  readonly decision: Decision
  readonly requestClass: RequestClass
}

/** The ways to die among these requests, one of each kind: some of them nothing but time brings about. */
export function seenIn(requests: readonly RequestRecord[]): readonly Seen[] {
  const known = new Map<string, Seen>()
  for (const { decision, requestClass } of requests) {
    if (!decision || isAnswered(decision) || flagsOf(decision).length === 0) continue
    const { status, flags, details, cluster, leg, route, endpoint } = decision
    const place = [route?.origin, leg?.origin].map(
      origin => `${origin?.documentId ?? ''} ${origin?.path.join('.') ?? ''}`,
    )
    const key = [status, flags, details, cluster, ...place, endpoint?.namespace, endpoint?.workload, requestClass.id]
    const text = key.join('|')
    if (!known.has(text)) known.set(text, { decision, requestClass })
  }
  return [...known.values()]
}
