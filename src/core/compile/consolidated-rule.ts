import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { DestinationRuleResource, Labels, Subset, TrafficPolicy } from '../resources/index.ts'
import { hasLabels } from '../mesh/index.ts'

/** What one or more DestinationRules of a namespace say about one host. */
export interface ConsolidatedRule {
  readonly namespace: string
  readonly workloadSelector: Labels | undefined
  readonly exportTo: ReadonlySet<string>
  readonly trafficPolicy: TrafficPolicy | undefined
  /** The rule whose policy this is, or else the first one. */
  readonly origin: Origin
  readonly subsets: readonly OwnedSubset[]
}

interface OwnedSubset {
  readonly subset: Subset
  /** `spec.subsets[i]` of the rule that it stands in. */
  readonly origin: Origin
  readonly ruleOrigin: Origin
}

/** The namespaces that a DestinationRule is exported to; one with a workloadSelector stays at home [A45]. */
export function exportSet(resource: DestinationRuleResource): ReadonlySet<string> {
  return new Set(resource.spec.workloadSelector ? ['.'] : resource.spec.exportTo)
}

/**
 * Adds a DestinationRule to those for the same host: merged into the rules with the same `exportTo`, unless both have
 * selectors and these differ; else beside them. So one without a selector that is exported to its own namespace alone
 * vanishes into one with a selector. Subsets are added by new names, and the first policy stays whole.
 * Istio, mergeDestinationRule [A46][A47].
 */
export function addRule(
  rules: readonly ConsolidatedRule[],
  resource: DestinationRuleResource,
): readonly ConsolidatedRule[] {
  const added = consolidate(resource)
  const canMerge = (rule: ConsolidatedRule) =>
    !haveOtherSelectors(rule, added) && hasSameMembers(rule.exportTo, added.exportTo)
  return rules.some(canMerge) ? rules.map(rule => (canMerge(rule) ? merge(rule, added) : rule)) : [...rules, added]
}

function consolidate(resource: DestinationRuleResource): ConsolidatedRule {
  const { spec, origin } = resource
  return {
    namespace: resource.namespace,
    workloadSelector: spec.workloadSelector,
    exportTo: exportSet(resource),
    trafficPolicy: spec.trafficPolicy,
    origin,
    subsets: withoutDuplicates(
      spec.subsets.map((subset, i) => ({ subset, origin: below(origin, 'spec', 'subsets', i), ruleOrigin: origin })),
    ),
  }
}

function merge(first: ConsolidatedRule, second: ConsolidatedRule): ConsolidatedRule {
  const takesPolicy = !first.trafficPolicy && second.trafficPolicy
  return {
    ...first,
    trafficPolicy: first.trafficPolicy ?? second.trafficPolicy,
    origin: takesPolicy ? second.origin : first.origin,
    subsets: withoutDuplicates([...first.subsets, ...second.subsets]),
  }
}

function withoutDuplicates(subsets: readonly OwnedSubset[]): readonly OwnedSubset[] {
  const seen = new Set<string>()
  return subsets.filter(({ subset: { name } }) => !seen.has(name) && seen.add(name))
}

function haveOtherSelectors(a: ConsolidatedRule, b: ConsolidatedRule): boolean {
  if (!a.workloadSelector || !b.workloadSelector) return false
  return !hasLabels(a.workloadSelector, b.workloadSelector) || !hasLabels(b.workloadSelector, a.workloadSelector)
}

function hasSameMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every(member => b.has(member))
}
