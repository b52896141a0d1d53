import { resolveHost } from '../mesh/index.ts'
import type { Mesh } from '../mesh/index.ts'
import type { DestinationRuleResource } from '../resources/index.ts'
import { addRule, exportSet } from './consolidated-rule.ts'
import type { ConsolidatedRule } from './consolidated-rule.ts'
import { createHostTable, partFor } from './most-specific-host.ts'
import type { HostTable } from './most-specific-host.ts'
type RuleTable = HostTable<readonly ConsolidatedRule[]>
/** DestinationRules by namespace, in the pools in which a proxy looks. Istio, destinationRuleIndex. */
export interface DestinationRuleIndex {
  /** Usable by proxies of the same namespace. */
  readonly local: ReadonlyMap<string, RuleTable>
  /** Visible to other namespaces too. */
  readonly exported: ReadonlyMap<string, RuleTable>
  /** The root namespace's private ones. */
  readonly rootPrivate: RuleTable
}
/** Sorts a mesh's DestinationRules into pools, oldest first. Istio, setDestinationRules [A41][A45][A46]. */
export function indexDestinationRules(mesh: Mesh): DestinationRuleIndex {
  const { clusterDomain, rootNamespace } = mesh.settings
  const local = new Map<string, RuleTable>()
  const exported = new Map<string, RuleTable>()
  const rootPrivate: RuleTable = createHostTable()
  const add = (table: RuleTable, resource: DestinationRuleResource) => {
    const host = resolveHost(resource.spec.host, resource.namespace, clusterDomain)
    const part = partFor(table, host)
    part.set(host, addRule(part.get(host) ?? [], resource))
  }
  for (const resource of selectorsFirst(mesh.destinationRules)) {
    const { namespace } = resource
    const exportTo = exportSet(resource)
    if (exportTo.size === 0 || exportTo.has('*') || exportTo.has('.') || exportTo.has(namespace)) {
      add(tableOf(local, namespace), resource)
    }
    const isPrivate = exportTo.size === 1 && (exportTo.has('.') || exportTo.has(namespace))
    if (!isPrivate) add(tableOf(exported, namespace), resource)
    else if (namespace === rootNamespace) add(rootPrivate, resource)
  }
  return { local, exported, rootPrivate }
}
function selectorsFirst(rules: readonly DestinationRuleResource[]): readonly DestinationRuleResource[] {
  const hasSelector = (rule: DestinationRuleResource) => rule.spec.workloadSelector !== undefined
  return [...rules.filter(hasSelector), ...rules.filter(rule => !hasSelector(rule))]
}
function tableOf(tables: Map<string, RuleTable>, namespace: string): RuleTable {
  let table = tables.get(namespace)
  if (!table) tables.set(namespace, (table = createHostTable()))
  return table
}
