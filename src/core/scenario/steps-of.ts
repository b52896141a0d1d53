import { below, isWithin } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { Mesh } from '../mesh/index.ts'
import type { Resource, ScenarioResource, ScenarioStep } from '../resources/index.ts'
import { findDocuments, findWorkload, isDocument, withoutKind } from './names.ts'
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
  | { readonly kind: 'restart'; readonly atMs: number; readonly workload: Named; readonly origin: Origin }
  | ReadinessChange

/**
 * All that a Scenario changes, by time; at one moment as written, readiness last. Steps without a time, and names of what
 * is not there, are left out. `inSteps`: documents that steps hold.
 */
export function stepsOf(
  scenario: ScenarioResource,
  resources: readonly Resource[],
  mesh: Mesh,
  inSteps: readonly Resource[] = [],
): readonly Step[] {
  const written = scenario.spec.steps.flatMap(step => stepsOfOne(step, scenario, { resources, mesh, inSteps }))
  return [...written, ...readinessChanges(scenario, mesh)].sort((a, b) => a.atMs - b.atMs)
}

interface Known {
  readonly resources: readonly Resource[]
  readonly mesh: Mesh
  readonly inSteps: readonly Resource[]
}

function stepsOfOne(
  { path, atMs, apply, delete: gone, scale, restart }: ScenarioStep,
  scenario: ScenarioResource,
  { resources, mesh, inSteps }: Known,
): readonly Step[] {
  if (atMs === undefined) return []
  const origin = below(scenario.origin, ...path)
  const own = inSteps.filter(each => isWithin(each.origin, origin) && isDocument(each))
  const change = (
    kind: 'apply' | 'delete',
    references: readonly string[],
    among: readonly Resource[],
    written: readonly Resource[] = [],
  ): readonly Step[] => {
    const named = references.flatMap((reference, i) =>
      findDocuments(among, reference, scenario).map(resource => ({ resource, origin: below(origin, kind, i) })),
    )
    const documents = [...named, ...written.map(resource => ({ resource, origin: resource.origin }))]
    return documents.length === 0 ? [] : [{ kind, atMs, documents, origin }]
  }
  const restarted = restart === undefined ? undefined : findWorkload(mesh, withoutKind(restart), scenario)
  const workload = scale?.name === undefined ? undefined : findWorkload(mesh, scale.name, scenario)
  const scaled: readonly Step[] =
    workload && scale?.replicas !== undefined
      ? [
          {
            kind: 'scale',
            atMs,
            workload: named(workload),
            replicas: scale.replicas,
            origin,
          },
        ]
      : []
  return [
    ...change('apply', apply, resources, own),
    ...change('delete', gone, withLatest(resources, inSteps)),
    ...scaled,
    ...(restarted ? [{ kind: 'restart', atMs, workload: named(restarted), origin } as const] : []),
  ]
}

const named = ({ name, namespace }: Named): Named => ({ name, namespace })

/** Documents by name: of the text, and those that only steps hold. */
function withLatest(resources: readonly Resource[], inSteps: readonly Resource[]): readonly Resource[] {
  const known = new Set(resources.map(({ key }) => key))
  const others = new Map(inSteps.filter(({ key }) => !known.has(key)).map(each => [each.key, each]))
  return [...resources, ...others.values()]
}

/**
 * Documents that are not there when a run begins: a step applies them before any step deletes them, or replaces them by
 * what it holds.
 */
export function absentAtFirst(steps: readonly Step[]): ReadonlySet<Resource> {
  const absent = new Set<Resource>()
  const met = new Set<Resource['key']>()
  for (const step of steps) {
    if (step.kind !== 'apply' && step.kind !== 'delete') continue
    const known = new Set(met)
    for (const { resource } of step.documents) {
      if (step.kind === 'apply' && !known.has(resource.key)) absent.add(resource)
      met.add(resource.key)
    }
  }
  return absent
}
