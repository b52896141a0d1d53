import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { DestinationRuleResource, Labels, Subset, TrafficPolicy } from '../resources/index.ts'
import { hasLabels } from '../mesh/index.ts'

/** What one or more DestinationRules of a namespace say about one host. */
export interface ConsolidatedRule {
  /** Of the first one; its host as it is written. */
  readonly name: string
  readonly namespace: string
  readonly host: string
  /** All whose parts it has. */
  readonly from: readonly DestinationRuleResource[]
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
 * Adds a DestinationRule to those for the same host. It is merged into each rule whose `exportTo` is the same or a part of
 * its own, unless both have selectors and these differ. Whether it stands beside them as well is decided by the last one:
 * it does, unless that one has the same `exportTo` or, like it, no selector. So one for more namespaces vanishes into one
 * for fewer, and one without a selector for its own namespace alone into one with. Subsets are added by new names, and the
 * first policy stays whole. Istio, mergeDestinationRule [A46][A47].
 */
export function addRule(
  rules: readonly ConsolidatedRule[],
  resource: DestinationRuleResource,
): readonly ConsolidatedRule[] {
  const added = consolidate(resource)
  const verdicts = rules.map(rule => compareRules(rule, added))
  const merged = rules.map((rule, i) => (verdicts[i] === 'apart' ? rule : merge(rule, added)))
  return verdicts.at(-1) === 'absorbs' ? merged : [...merged, added]
}

/** Whether a rule takes nothing of another, its parts, or all of it, so that the other need not stand for itself. */
function compareRules(rule: ConsolidatedRule, added: ConsolidatedRule): 'apart' | 'shares' | 'absorbs' {
  const isSame = hasMembers(rule.exportTo, added.exportTo) && hasMembers(added.exportTo, rule.exportTo)
  if (!isSame && (rule.exportTo.size === 0 || !hasMembers(added.exportTo, rule.exportTo))) return 'apart'
  const [own, other] = [rule.workloadSelector, added.workloadSelector]
  if (own && other && !(hasLabels(own, other) && hasLabels(other, own))) return 'apart'
  return isSame || Boolean(own) === Boolean(other) ? 'absorbs' : 'shares'
}

function consolidate(resource: DestinationRuleResource): ConsolidatedRule {
  const { spec, origin } = resource
  return {
    name: resource.name,
    namespace: resource.namespace,
    host: spec.host,
    from: [resource],
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
    from: [...first.from, ...second.from],
    trafficPolicy: first.trafficPolicy ?? second.trafficPolicy,
    origin: takesPolicy ? second.origin : first.origin,
    subsets: withoutDuplicates([...first.subsets, ...second.subsets]),
  }
}

function withoutDuplicates(subsets: readonly OwnedSubset[]): readonly OwnedSubset[] {
  const seen = new Set<string>()
  return subsets.filter(({ subset: { name } }) => !seen.has(name) && seen.add(name))
}

function hasMembers(set: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...others].every(member => set.has(member))
}
