import type { Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { MeshService } from '../../mesh/index.ts'
import type { DestinationRuleResource } from '../../resources/index.ts'
import { putValue } from '../../yaml/index.ts'
import type { Facts } from '../facts.ts'

/** To where all callers look, unless another rule is there already; its host has to be written in full. */
export function moveDestinationRule(
  { parsed, mesh }: Facts,
  rule: DestinationRuleResource,
  { namespace, hostname }: MeshService,
  rules: readonly DestinationRuleResource[],
): Fix | undefined {
  const isTaken =
    rules.some(other => other !== rule && other.namespace === namespace) ||
    mesh.destinationRules.some(other => other !== rule && other.namespace === namespace && other.name === rule.name)
  const isFull = rule.spec.host.includes('.') || hostname === rule.spec.host
  const edit = putValue(parsed, below(rule.origin, 'metadata', 'namespace'), namespace)
  return isTaken || !isFull || !edit ? undefined : { title: `Move it to namespace ${namespace}`, edits: [edit] }
}
