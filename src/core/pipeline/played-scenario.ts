import { below } from '../base/origin.ts'
import { once } from '../base/once.ts'
import type { Mesh } from '../mesh/index.ts'
import type { Resource, ScenarioResource } from '../resources/index.ts'
import { behaviourOf, clientsOf, podTimesOf, readinessOf, stepsOf } from '../scenario/index.ts'
import type { PodNames, Step } from '../scenario/index.ts'
import type { PodBehaviour, Traffic } from '../simulate/index.ts'
import { nodeOf } from '../yaml/index.ts'
import type { ParsedText } from '../yaml/index.ts'
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
  readonly parsed: ParsedText
}

export function playScenario(input: ScenarioInput): PlayedScenario {
  const { resource, resources, inSteps, present, mesh, parsed } = input
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
        isSameTemplate: (a, b) => templateOf(parsed, a) === templateOf(parsed, b),
      }),
    ),
  }
}

const PLACES: ReadonlySet<string> = new Set(['range', 'keyRange'])

/** All that a template says, wherever it stands. */
function templateOf(parsed: ParsedText, { origin }: Resource): string {
  const node = nodeOf(parsed, below(origin, 'spec', 'template'))
  return JSON.stringify(node, (key, value: unknown) => (PLACES.has(key) ? undefined : value))
}
