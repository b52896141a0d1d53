import type { Hostname } from '../base/ids.ts'
import { hasLabels } from '../mesh/index.ts'
import type { Caller } from './caller.ts'
import type { ConsolidatedRule } from './consolidated-rule.ts'
import type { DestinationRuleIndex } from './destination-rule-index.ts'
import { findMostSpecific } from './most-specific-host.ts'

/**
 * The rules that one caller finds for a service: in its own namespace, else in the service's, else in the root namespace;
 * the first level that has any decides. Istio, PushContext.destinationRule [A41]-[A44].
 */
export function findDestinationRules(
  index: DestinationRuleIndex,
  callerNamespace: string,
  rootNamespace: string,
  service: { readonly hostname: Hostname; readonly namespace: string },
): readonly ConsolidatedRule[] {
  const { hostname } = service
  const own = callerNamespace === rootNamespace ? index.rootPrivate : index.local.get(callerNamespace)
  const local = own && findMostSpecific(own, hostname)
  if (local) return local
  for (const namespace of [service.namespace, rootNamespace]) {
    const table = index.exported.get(namespace)
    const found = table && findMostSpecific(table, hostname)
    const visible = found?.filter(rule => isVisible(rule, callerNamespace)) ?? []
    if (visible.length > 0) return visible
  }
  return []
}

/**
 * The one that counts: the first whose workloadSelector selects the caller, else the last one without a selector.
 * Istio, SidecarScope.DestinationRule [A47][A48].
 */
export function chooseDestinationRule(
  rules: readonly ConsolidatedRule[],
  caller: Pick<Caller, 'namespace' | 'labels'>,
): ConsolidatedRule | undefined {
  const selected = rules.find(
    ({ namespace, workloadSelector }) =>
      workloadSelector && namespace === caller.namespace && hasLabels(caller.labels, workloadSelector),
  )
  return selected ?? rules.findLast(rule => !rule.workloadSelector)
}

function isVisible({ exportTo }: ConsolidatedRule, namespace: string): boolean {
  return exportTo.size === 0 || exportTo.has('*') || exportTo.has(namespace)
}
