import type { Mesh } from '../mesh/index.ts'
import type { Resource, ScenarioResource } from '../resources/index.ts'
import { behaviourOf, clientsOf, readinessOf, stepsOf } from '../scenario/index.ts'
import type { PodNames, Step } from '../scenario/index.ts'
import type { PodBehaviour, Traffic } from '../simulate/index.ts'

/** What the text's Scenario means in its mesh. */
export interface PlayedScenario {
  readonly resource: ScenarioResource
  /** Undefined where it has no client that can call: then traffic is assumed, under its seed. */
  readonly traffic: Traffic | undefined
  /** Undefined: every pod answers at once. */
  readonly pods: PodBehaviour | undefined
  /** By time; the mesh holds what they apply already. */
  readonly steps: readonly Step[]
  /** Whether a pod passes its probe; undefined: as the text has it. */
  readonly readiness: (pod: PodNames, atMs: number) => boolean | undefined
}

export const USUAL_SEED = 42

export function playScenario(resource: ScenarioResource, resources: readonly Resource[], mesh: Mesh): PlayedScenario {
  const clients = clientsOf(resource, mesh)
  return {
    resource,
    traffic: clients.length === 0 ? undefined : { seed: resource.spec.seed ?? USUAL_SEED, clients },
    pods: behaviourOf(resource),
    steps: stepsOf(resource, resources, mesh),
    readiness: readinessOf(resource),
  }
}
