import type { PodTimes } from '../rollout/index.ts'
import type { ScenarioResource } from '../resources/index.ts'
import { entriesFor, holdsAt } from './phases.ts'
import { readinessMoments, readinessOf } from './readiness.ts'

/** What a Scenario says of pods that come and go: readiness, and how long they take to start and to stop. */
export function podTimesOf(scenario: ScenarioResource): PodTimes {
  return {
    isReady: readinessOf(scenario),
    moments: readinessMoments(scenario),
    startupMs: (pod, atMs) =>
      entriesFor(scenario, pod).find(one => one.startupMs !== undefined && holdsAt(one, atMs))?.startupMs,
    shutdownMs: (pod, atMs) =>
      entriesFor(scenario, pod).find(one => one.shutdownMs !== undefined && holdsAt(one, atMs))?.shutdownMs,
  }
}
