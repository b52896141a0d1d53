import type { Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { MeshService } from '../../mesh/index.ts'
import { fateWithoutCluster, ruleOfLeg } from '../facts.ts'
import type { Facts, Leg } from '../facts.ts'
import { addDestinationRule, addSubset } from '../fixes/add-subset.ts'
import { guessLabel } from '../fixes/guess-label.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** Istio, virtualservice.DestinationRuleAnalyzer [H62]: no DestinationRule anywhere has the subset for that host. */
export const checkMissingSubset: Rule = facts =>
  facts.legs.flatMap(leg => {
    const { subset, host } = leg.destination
    if (subset === undefined) return []
    const isHidden = facts.findSubset(leg.hostname, subset) !== undefined
    if (isHidden && facts.isSubsetSeen(leg, subset)) return []
    const has = facts.destinationRules.has(leg.hostname)
    return say(
      MESSAGES.missingSubset,
      { subset },
      {
        detail: `${ruleOfLeg(leg)} sends to subset ${subset} of ${host}, ${isHidden ? 'which only a DestinationRule defines that no caller looks up' : has ? 'which its DestinationRule does not list' : 'which has no DestinationRule'}. ${fateWithoutCluster(leg)}`,
        origin: below(leg.origin, 'subset'),
        fix: isHidden ? undefined : fixFor(facts, leg, subset),
      },
    )
  })

function fixFor(facts: Facts, leg: Leg, subset: string): Fix | undefined {
  const service = facts.mesh.services.get(leg.hostname)
  if (!service || !guessLabel(service, subset)) return undefined
  const rules = facts.destinationRules.get(leg.hostname)
  if (rules) {
    const rule = rules.find(({ namespace }) => namespace === service.namespace) ?? rules[0]
    const edits = rule && addSubset(facts.parsed, rule, service, subset)
    return edits && { title: `Add subset ${subset}`, edits }
  }
  const subsets = wantedSubsets(facts, leg, service)
  return { title: 'Add DestinationRule', edits: [addDestinationRule(facts.parsed.text, service, subsets)] }
}

/** All subsets that rules want of a host, so that one DestinationRule serves them all. */
function wantedSubsets(facts: Facts, { hostname }: Leg, service: MeshService): readonly string[] {
  const wanted = facts.legs.filter(leg => leg.hostname === hostname).flatMap(leg => leg.destination.subset ?? [])
  return [...new Set(wanted)].filter(subset => guessLabel(service, subset) !== undefined)
}
