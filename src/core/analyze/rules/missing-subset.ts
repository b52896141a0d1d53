import type { Diagnostic, Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { MeshService } from '../../mesh/index.ts'
import { setScalar } from '../../yaml/index.ts'
import { fateWithoutCluster, ruleOfLeg } from '../facts.ts'
import type { Facts, Leg } from '../facts.ts'
import { addDestinationRule, addSubset } from '../fixes/add-subset.ts'
import { guessLabel } from '../fixes/guess-label.ts'
import { moveDestinationRule } from '../fixes/move-destination-rule.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'
import { findSimilar } from '../../base/similar-name.ts'
import { findUnseen } from '../unseen-subset.ts'
import type { UnseenSubset } from '../unseen-subset.ts'

/** Istio, virtualservice.DestinationRuleAnalyzer [H62]: no DestinationRule anywhere has the subset for that host. */
export const checkMissingSubset: Rule = facts =>
  facts.legs.flatMap(leg => {
    const { subset, host } = leg.destination
    if (subset === undefined) return []
    const unseen = findUnseen(facts, leg)
    if (unseen) return [sayUnseen(facts, leg, unseen)]
    if (facts.findSubset(leg.hostname, subset)) return []
    const has = facts.destinationRules.has(leg.hostname)
    const [fix, ...otherFixes] = [useSimilar(facts, leg, subset), fixFor(facts, leg, subset)].flatMap(
      each => each ?? [],
    )
    return say(
      MESSAGES.missingSubset,
      { subset },
      {
        detail: `${ruleOfLeg(leg)} sends to subset ${subset} of ${host}, ${has ? 'which its DestinationRule does not list' : 'which has no DestinationRule'}. ${fateWithoutCluster(leg)}`,
        origin: below(leg.origin, 'subset'),
        fix,
        otherFixes,
      },
    )
  })

/** It is there, and whoever sends does not see it. */
function sayUnseen(facts: Facts, leg: Leg, { subset, rule }: UnseenSubset): Diagnostic {
  const { mesh, destinationRules } = facts
  const service = mesh.services.get(leg.hostname)
  const isPrivate = service !== undefined && [service.namespace, mesh.settings.rootNamespace].includes(rule.namespace)
  const where = isPrivate
    ? `is exported to none of its callers’ namespaces`
    : `is for callers in ${rule.namespace} only; others look in their own namespace, the Service’s${service ? ` (${service.namespace})` : ''} and the root one (${mesh.settings.rootNamespace})`
  const rules = destinationRules.get(leg.hostname) ?? []
  return say(
    MESSAGES.subsetElsewhere,
    { subset },
    {
      detail: `${ruleOfLeg(leg)} sends to subset ${subset} of ${leg.destination.host}, which DestinationRule ${rule.name} of namespace ${rule.namespace} lists, but that ${where}. ${fateWithoutCluster(leg)}`,
      origin: below(leg.origin, 'subset'),
      fix: isPrivate || !service ? undefined : moveDestinationRule(facts, rule, service, rules),
    },
  )
}

/** The listed one that is almost called so. */
function useSimilar({ parsed, destinationRules }: Facts, { hostname, origin }: Leg, subset: string): Fix | undefined {
  const listed = (destinationRules.get(hostname) ?? []).flatMap(({ spec }) => spec.subsets.map(({ name }) => name))
  const meant = findSimilar(subset, listed)
  const edit = meant === undefined ? undefined : setScalar(parsed, below(origin, 'subset'), meant)
  return edit && { title: `Use ${meant ?? ''}`, edits: [edit] }
}

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
