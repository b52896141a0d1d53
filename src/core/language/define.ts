import type { Path } from '../base/origin.ts'
import { rangeOf } from '../yaml/index.ts'
import type { MeshWorkload } from '../mesh/index.ts'
import type { Target } from './answers.ts'
import type { Knowledge } from './knowledge.ts'
import { selectedBy, labelsAt, subsetLabels } from './labels-at.ts'
import { resourceMeaning } from './names-in.ts'
import { inText, namesOf, occurrenceAt } from './occurrences.ts'
import type { Occurrence } from './occurrences.ts'
import { definitionsOf, sameName } from './same-name.ts'

/**
 * Where the thing at an offset is defined; at the definition itself, what it stands for: a subset leads to its DestinationRule
 * and from there to its pods, a host to its Service and from there to the workloads that it selects.
 */
export function findDefinitions(known: Knowledge, offset: number): readonly Target[] {
  const occurrence = occurrenceAt(known, offset)
  if (!occurrence) {
    const labels = labelsAt(known, offset)
    return labels ? toWorkloads(known, selectedBy(known, labels)) : []
  }
  const names = namesOf(known)
  if (!occurrence.isDefinition) {
    return definitionsOf(names, names.meaningOf(occurrence)).map(one => toTarget(known, one))
  }
  const further = toWorkloads(known, standsFor(known, occurrence))
  return further.length > 0 ? further : [toTarget(known, occurrence)]
}

/** Every place that names the same thing, definitions included, in the order of the text. */
export function findReferences(known: Knowledge, offset: number): readonly Target[] {
  const occurrence = occurrenceAt(known, offset)
  if (!occurrence) return []
  const names = namesOf(known)
  return sameName(names, names.meaningOf(occurrence))
    .map(one => toTarget(known, one))
    .sort((a, b) => a.name.start - b.name.start)
}

/** The workloads behind what a name defines. */
export function standsFor(known: Knowledge, { resource, role, path }: Occurrence): readonly MeshWorkload[] {
  if (role === 'defined-subset') {
    const labels = subsetLabels(known, resource, Number(path[2]))
    return selectedBy(known, { role: 'host-labels', labels, resource, range: { start: 0, end: 0 } })
  }
  if (role !== 'name') return []
  const labels =
    resource.kind === 'Service'
      ? resource.spec.selector
      : resource.kind === 'Gateway'
        ? resource.spec.selector
        : undefined
  const scope = resource.kind === 'Gateway' ? 'labels' : 'namespace-labels'
  return labels ? selectedBy(known, { role: scope, labels, resource, range: { start: 0, end: 0 } }) : []
}

function toTarget({ parsed }: Knowledge, { documentId, range, value, resource, role, path }: Occurrence): Target {
  const name = inText(parsed, documentId, range ?? value)
  const around: Path = role === 'defined-subset' ? path.slice(0, -1) : role === 'name' ? [] : path
  const whole = rangeOf(parsed, { documentId, path: [...resource.origin.path, ...around] })
  return { range: whole ?? name, name }
}

function toWorkloads(known: Knowledge, workloads: readonly MeshWorkload[]): readonly Target[] {
  const { byMeaning } = namesOf(known)
  return workloads.flatMap(({ kind, namespace, name }) =>
    (byMeaning.get(resourceMeaning(kind, namespace, name)) ?? [])
      .filter(({ isDefinition }) => isDefinition)
      .map(one => toTarget(known, one)),
  )
}
