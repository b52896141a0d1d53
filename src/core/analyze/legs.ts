import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { Destination, HttpRule, VirtualServiceResource } from '../resources/index.ts'
import { findDeadRules } from './dead-rules.ts'

/** One destination of a rule, or of a mirror. */
export interface Leg {
  readonly virtualService: VirtualServiceResource
  readonly rule: HttpRule
  /** From 0. */
  readonly ruleIndex: number
  readonly role: 'route' | 'mirror'
  readonly destination: Destination
  /** The destination's own map. */
  readonly origin: Origin
  /** Of the rule's requests, 0 to 1. A mirror has what it copies. */
  readonly share: number
  /** False where no request comes here: its share is 0, or its rule is never reached. */
  readonly live: boolean
}

/** The destinations that a VirtualService names, in the order of the text. */
export function findLegs(virtualService: VirtualServiceResource): readonly Leg[] {
  const dead = new Set(findDeadRules(virtualService).filter(one => one.match === undefined).map(one => one.rule))
  return virtualService.spec.http.flatMap((rule, ruleIndex) => {
    const origin = below(virtualService.origin, 'spec', 'http', ruleIndex)
    const total = rule.route.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
    const isReached = !dead.has(ruleIndex)
    const toLeg = (role: Leg['role'], destination: Destination, share: number, ...path: readonly (string | number)[]) => ({
      ...{ virtualService, rule, ruleIndex, role, destination, share },
      origin: below(origin, ...path),
      live: isReached && share > 0,
    })
    return [
      ...rule.route.map(({ destination, weight }, i) => {
        const share = rule.route.length === 1 ? 1 : total > 0 ? (weight ?? 0) / total : 0
        return toLeg('route', destination, share, 'route', i, 'destination')
      }),
      ...rule.mirrors.map(({ destination, percent, path }) => toLeg('mirror', destination, percent / 100, ...path)),
    ]
  })
}
