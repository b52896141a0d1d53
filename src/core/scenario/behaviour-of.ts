import type { ScenarioResource, ScenarioWorkload } from '../resources/index.ts'
import type { PodAnswer, PodBehaviour, PodCall, PodReply } from '../simulate/index.ts'
import { drawLatency } from './draw-latency.ts'
import { entriesFor, holdsAt, speaksOfFailure } from './phases.ts'

export const USUAL_ERROR = 500
const SUCCESS = 200
const AT_ONCE: PodReply = { answer: SUCCESS, latencyMs: 0 }

/** How pods answer by a Scenario; undefined where it says nothing of any. Failure is drawn first, then latency. */
export function behaviourOf(scenario: ScenarioResource): PodBehaviour | undefined {
  if (!scenario.spec.workloads.some(entry => speaksOfFailure(entry) || entry.latency)) return undefined
  const known = new Map<string, readonly ScenarioWorkload[]>()
  const refusals = rememberRefusals()
  return call => {
    if (!call.endpoint) return AT_ONCE
    const { pod, workload, namespace } = call.endpoint
    const key = `${namespace}/${pod}`
    const entries = known.get(key) ?? entriesFor(scenario, { name: pod, workload, namespace })
    known.set(key, entries)
    if (entries.length === 0) return AT_ONCE
    const failing = entries.find(entry => speaksOfFailure(entry) && holdsAt(entry, call.atMs))
    const slow = entries.find(entry => entry.latency && holdsAt(entry, call.atMs))
    const answer = failing ? answerOf(failing, call, refusals) : SUCCESS
    return { answer, latencyMs: slow?.latency ? drawLatency(slow.latency, call.random) : 0 }
  }
}

/** A status or a way to fail without a share means every answer. */
function answerOf(entry: ScenarioWorkload, call: PodCall, refusals: Refusals): PodAnswer {
  const { errorPercent = 100, status = USUAL_ERROR, fails } = entry
  const isHit = (): boolean => errorPercent >= 100 || (errorPercent > 0 && call.random() * 100 < errorPercent)
  if (fails === 'crash' || fails === 'refused') {
    const isRefused = errorPercent > 0 && errorPercent < 100 ? refusals(call, isHit) : isHit()
    return isRefused ? 'refused' : SUCCESS
  }
  return isHit() ? (fails ?? status) : SUCCESS
}

type Refusals = (call: PodCall, draw: () => boolean) => boolean

/** One draw for a try, though it may knock first and ask then. */
function rememberRefusals(): Refusals {
  const drawn = new WeakMap<PodCall['random'], Map<string, boolean>>()
  return ({ random, attempt, endpoint }, draw) => {
    const tries = drawn.get(random) ?? new Map<string, boolean>()
    drawn.set(random, tries)
    const key = `${attempt} ${endpoint?.address ?? ''}`
    const isRefused = tries.get(key) ?? draw()
    tries.set(key, isRefused)
    return isRefused
  }
}
