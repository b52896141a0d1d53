import type { Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { MeshService } from '../../mesh/index.ts'
import type { Facts } from '../facts.ts'
import { correctLabels } from '../istioctl/fixes/labels.ts'

/** Pods that a Service selects but for a slip in a label. */
export function selectSimilar(
  { parsed, mesh }: Facts,
  { origin, namespace, selector = {} }: MeshService,
): Fix | undefined {
  const there = mesh.workloads.filter(workload => workload.namespace === namespace)
  const [fix] = correctLabels(parsed, below(origin, 'spec', 'selector'), selector, there)
  return fix
}
