import type { RolloutSpec } from '../resources/index.ts'
import type { PodBehaviour } from '../simulate/index.ts'

/** The times of one pod, in milliseconds; those to come are `Infinity`. */
export interface PodLife {
  readonly createdMs: number
  /** Its application listens, and passes the readiness probe. */
  readonly opensMs: number
  /** It is told to stop, and is no endpoint any more. */
  deletedMs: number
  /** Its application takes nothing new. */
  closesMs: number
  /** What it still works at is cut off. */
  cutMs: number
  goneMs: number
}

/** From a new pod to its first successful probe, where a Scenario does not say. */
export const STARTUP_MS = 3000

/** What a pod is taken to need for what it still has, where a Scenario does not say. */
const SHUTDOWN_MS = 1000

/** Kubernetes, defaults.go, DefaultTerminationGracePeriodSeconds. */
const GRACE_MS = 30_000

export const FROM_THE_FIRST: PodLife = {
  createdMs: -Infinity,
  opensMs: -Infinity,
  deletedMs: Infinity,
  closesMs: Infinity,
  cutMs: Infinity,
  goneMs: Infinity,
}

/**
 * A pod is told to stop: it sleeps as its preStop hook says, still serving; then takes nothing new and finishes what it has,
 * within `shutdownMs` or else until it is killed. Kubernetes, kuberuntime_container.go, killContainer.
 */
export function endLife(
  life: PodLife,
  nowMs: number,
  { graceMs = GRACE_MS, preStopMs = 0 }: RolloutSpec,
  shutdownMs: number | undefined,
): void {
  const killedMs = nowMs + graceMs
  life.deletedMs = nowMs
  life.closesMs = Math.min(nowMs + preStopMs, killedMs)
  life.cutMs = shutdownMs === undefined ? killedMs : Math.min(life.closesMs + shutdownMs, killedMs)
  life.goneMs = Math.min(life.closesMs + (shutdownMs ?? SHUTDOWN_MS), killedMs)
}

/** Lives of pods by `namespace/name`, by time: a name may come again. */
export type PodLives = ReadonlyMap<string, readonly PodLife[]>

/**
 * How pods behave while they live. Before its application listens, and after it has closed, a pod with a sidecar answers 503,
 * as nothing takes what the sidecar passes on; one without refuses [D40]. What it has when it is cut off is reset.
 */
export function behaveWhileAlive(behaviour: PodBehaviour | undefined, lives: PodLives): PodBehaviour | undefined {
  if (lives.size === 0) return behaviour
  return call => {
    const { endpoint, atMs } = call
    const all = endpoint && lives.get(`${endpoint.namespace}/${endpoint.pod}`)
    const life = all?.findLast(({ createdMs }) => createdMs <= atMs) ?? all?.[0]
    if (life && (atMs < life.opensMs || atMs >= life.closesMs)) {
      const isSidecarThere = endpoint?.hasSidecar === true && atMs < life.goneMs
      return { answer: isSidecarThere ? 503 : 'refused', latencyMs: 0 }
    }
    const reply = behaviour?.(call) ?? { answer: 200, latencyMs: 0 }
    const leftMs = life ? life.cutMs - atMs : Infinity
    const isCut = reply.answer === 'hang' ? leftMs < Infinity : reply.latencyMs > leftMs
    return isCut ? { answer: 'reset', latencyMs: leftMs } : reply
  }
}
