import { once } from '../base/once.ts'
import type { Mesh } from '../mesh/index.ts'
import type { Resource, ScenarioResource } from '../resources/index.ts'
import { behaviourOf, clientsOf, podTimesOf, readinessOf, stepsOf } from '../scenario/index.ts'
import type { PodNames, Step } from '../scenario/index.ts'
import type { PodBehaviour, Traffic } from '../simulate/index.ts'
import { Reader } from '../resources/index.ts'
import type { YamlNode } from '../resources/index.ts'
import { playSteps } from './play-steps.ts'
import type { PlayedSteps } from './play-steps.ts'

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
  /** What the steps make of the mesh, and how long pods live; worked out when first asked for. */
  readonly play: () => PlayedSteps
}

export const USUAL_SEED = 42

export interface ScenarioInput {
  readonly resource: ScenarioResource
  /** What the text holds. */
  readonly resources: readonly Resource[]
  /** Documents that steps hold. */
  readonly inSteps: readonly Resource[]
  /** All that is there, assumed things included. */
  readonly present: readonly Resource[]
  readonly mesh: Mesh
  /** The YAML that a resource was read from. */
  readonly nodeOf: (resource: Resource) => YamlNode | undefined
}

export function playScenario(input: ScenarioInput): PlayedScenario {
  const { resource, resources, inSteps, present, mesh, nodeOf } = input
  const clients = clientsOf(resource, mesh)
  const steps = stepsOf(resource, resources, mesh, inSteps)
  return {
    resource,
    traffic: clients.length === 0 ? undefined : { seed: resource.spec.seed ?? USUAL_SEED, clients },
    pods: behaviourOf(resource),
    steps,
    readiness: readinessOf(resource),
    play: once(() =>
      playSteps({
        resources: present,
        steps,
        settings: mesh.settings,
        times: podTimesOf(resource),
        isSameTemplate: (a, b) => templateOf(nodeOf(a)) === templateOf(nodeOf(b)),
      }),
    ),
  }
}

const PLACES: ReadonlySet<string> = new Set(['range', 'keyRange'])

/** All that a template says, wherever it stands. */
function templateOf(workload: YamlNode | undefined): string {
  const node = workload && new Reader(workload).at('spec').at('template').node
  return JSON.stringify(node, (key, value: unknown) => (PLACES.has(key) ? undefined : value))
}
