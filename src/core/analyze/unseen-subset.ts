import type { DestinationRuleResource } from '../resources/index.ts'
import type { Facts, Leg } from './facts.ts'

export interface UnseenSubset {
  readonly subset: string
  /** The first that lists it. */
  readonly rule: DestinationRuleResource
}

/** The subset that a leg wants, where a DestinationRule for its host lists it and no caller of the leg looks there [A41]. */
export function findUnseen(facts: Facts, leg: Leg): UnseenSubset | undefined {
  const { subset } = leg.destination
  if (subset === undefined) return undefined
  const rule = facts.destinationRules
    .get(leg.hostname)
    ?.find(({ spec }) => spec.subsets.some(each => each.name === subset))
  return rule && !facts.isSubsetSeen(leg, subset) ? { subset, rule } : undefined
}
