import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { Mesh } from '../mesh/index.ts'
import type { Resource, ScenarioResource, ScenarioStep } from '../resources/index.ts'
import { findDocuments, findWorkload } from './names.ts'
import type { Named } from './names.ts'
import { readinessChanges } from './readiness.ts'
import type { ReadinessChange } from './readiness.ts'

/** A document of the text, and where the Scenario names it. */
export interface DocumentReference {
  readonly resource: Resource
  readonly origin: Origin
}

/** Something that changes during a run; `origin` is the step, or the entry that speaks of readiness. */
export type Step =
  | {
      readonly kind: 'apply' | 'delete'
      readonly atMs: number
      /** In the order that they are named. */
      readonly documents: readonly DocumentReference[]
      readonly origin: Origin
    }
  | {
      readonly kind: 'scale'
      readonly atMs: number
      readonly workload: Named
      readonly replicas: number
      readonly origin: Origin
    }
  | ReadinessChange

/**
 * All that a Scenario changes, by time; at one moment as written, readiness last. Steps without a time, and names of what
 * is not there, are left out.
 */
export function stepsOf(scenario: ScenarioResource, resources: readonly Resource[], mesh: Mesh): readonly Step[] {
  const written = scenario.spec.steps.flatMap(step => stepsOfOne(step, scenario, resources, mesh))
  return [...written, ...readinessChanges(scenario, mesh)].sort((a, b) => a.atMs - b.atMs)
}

function stepsOfOne(
  { path, atMs, apply, delete: gone, scale }: ScenarioStep,
  scenario: ScenarioResource,
  resources: readonly Resource[],
  mesh: Mesh,
): readonly Step[] {
  if (atMs === undefined) return []
  const origin = below(scenario.origin, ...path)
  const change = (kind: 'apply' | 'delete', references: readonly string[]): readonly Step[] => {
    const documents = references.flatMap((reference, i) =>
      findDocuments(resources, reference, scenario).map(resource => ({ resource, origin: below(origin, kind, i) })),
    )
    return documents.length === 0 ? [] : [{ kind, atMs, documents, origin }]
  }
  const workload = scale?.name === undefined ? undefined : findWorkload(mesh, scale.name, scenario)
  const scaled: readonly Step[] =
    workload && scale?.replicas !== undefined
      ? [
          {
            kind: 'scale',
            atMs,
            workload: { name: workload.name, namespace: workload.namespace },
            replicas: scale.replicas,
            origin,
          },
        ]
      : []
  return [...change('apply', apply), ...change('delete', gone), ...scaled]
}

/** Documents that are not there when a run begins: a step applies them before any step deletes them. */
export function absentAtFirst(steps: readonly Step[]): ReadonlySet<Resource> {
  const absent = new Set<Resource>()
  const met = new Set<Resource>()
  for (const step of steps) {
    if (step.kind !== 'apply' && step.kind !== 'delete') continue
    for (const { resource } of step.documents) {
      if (step.kind === 'apply' && !met.has(resource)) absent.add(resource)
      met.add(resource)
    }
  }
  return absent
}
