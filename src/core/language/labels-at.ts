import type { TextRange } from '../base/text-range.ts'
import { hasLabels } from '../mesh/index.ts'
import type { MeshWorkload } from '../mesh/index.ts'
import type { Labels, Resource } from '../resources/index.ts'
import { documentAt, nodeOf } from '../yaml/index.ts'
import { kindOf } from './kind-of.ts'
import type { Knowledge } from './knowledge.ts'
import { pairsAt } from './place-at.ts'
import type { Role } from './roles.ts'
import { serviceOfRule } from './services.ts'
import { walkRoles } from './walk-roles.ts'

/** Labels that select pods, around an offset. */
export interface LabelsAt {
  readonly role: Role
  readonly labels: Labels
  readonly resource: Resource
  /** In the whole text. */
  readonly range: TextRange
}

export function labelsAt({ parsed, resources }: Knowledge, offset: number): LabelsAt | undefined {
  const document = documentAt(parsed, offset)
  if (!document) return undefined
  const at = offset - document.start
  let found: LabelsAt | undefined
  for (const resource of resources) {
    const node = resource.origin.documentId === document.id ? nodeOf(parsed, resource.origin) : undefined
    if (!node || node.range.start > at || node.range.end < at) continue
    walkRoles(node, kindOf(resource), (role, { kind, range }, path) => {
      if (!role.endsWith('labels') || kind !== 'map' || at < range.start || range.end < at) return
      const whole = { start: document.start + range.start, end: document.start + range.end }
      found = { role, labels: pairsAt(node, path), resource, range: whole }
    })
  }
  return found
}

/** The workloads whose pods some labels select. */
export function selectedBy(known: Knowledge, { role, labels, resource }: LabelsAt): readonly MeshWorkload[] {
  const { mesh } = known
  if (Object.keys(labels).length === 0) return []
  const service = role === 'host-labels' ? serviceOfRule(known, resource) : undefined
  if (role === 'host-labels' && !service) return []
  const namespace = service?.namespace ?? (role === 'labels' ? undefined : resource.namespace)
  return mesh.workloads.filter(
    workload =>
      (namespace === undefined || workload.namespace === namespace) &&
      hasLabels(workload.labels, { ...service?.selector, ...labels }),
  )
}

/** The labels of a subset that a resource defines. */
export function subsetLabels({ parsed }: Knowledge, resource: Resource, index: number): Labels {
  return pairsAt(nodeOf(parsed, resource.origin), ['spec', 'subsets', index, 'labels'])
}
