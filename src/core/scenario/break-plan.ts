import type { ScenarioResource, ScenarioWorkload } from '../resources/index.ts'
import { BREAKS, brokenIn } from './break-offers.ts'
import type { Aspect, BreakKind } from './break-offers.ts'
import { podsNow } from './break-target.ts'
import type { BreakTarget, PodNow } from './break-target.ts'
import { latencyAt } from './condition-of.ts'
import { isSame } from './names.ts'
import type { Named } from './names.ts'
import { isNaming, speaksOfFailure, speaksOfReadiness } from './phases.ts'
import type { Behaviour } from './phases.ts'

/** What has to stand in a Scenario so that something is broken or healed from a moment on. */
export interface BreakPlan {
  readonly atMs: number
  /** These hold no longer. */
  readonly ended: readonly ScenarioWorkload[]
  /** These are new, from the moment on, behind all others. */
  readonly added: readonly { readonly named: Named; readonly behaviour: Behaviour }[]
}

/**
 * Breaks all pods of the target: an entry for each part, and one for each pod that an entry of its own would make an
 * exception of.
 */
export function planBreak(
  scenario: ScenarioResource | undefined,
  target: BreakTarget,
  kind: BreakKind,
  atMs: number,
): BreakPlan {
  const behaviour: Behaviour = BREAKS[kind]
  const [aspect] = aspectsOf(behaviour)
  const isException = ({ pod, part, entries }: PodNow): boolean =>
    !isSame(pod, part) &&
    entries.some(
      entry =>
        scenario !== undefined &&
        isNaming(scenario, entry, pod) &&
        (entry.toMs ?? Infinity) > atMs &&
        aspectsOf(entry).some(one => one === aspect),
    )
  const exceptions = podsNow(scenario, target, atMs).filter(isException)
  const named = [...target, ...exceptions.map(({ pod }) => pod)]
  return { atMs, ended: [], added: named.map(one => ({ named: one, behaviour })) }
}

/** A run is told of in steps of this. */
export const STEP_MS = 100

/**
 * Ends what is wrong with the target's pods. An entry is ended where it speaks of them and of what is wrong alone; else a
 * new one is laid over it. What began this very moment ends a step later.
 */
export function planHeal(scenario: ScenarioResource | undefined, target: BreakTarget, nowMs: number): BreakPlan {
  const isFresh = scenario?.spec.workloads.some(({ fromMs }) => fromMs === nowMs) === true
  const atMs = isFresh ? nowMs + STEP_MS : nowMs
  const pods = podsNow(scenario, target, atMs)
  const isEndable = (entry: ScenarioWorkload): boolean =>
    scenario !== undefined && pods.some(pod => endsWith(scenario, entry, pod))
  const ended = new Set<ScenarioWorkload>()
  const added = new Map<string, { named: Named; behaviour: Behaviour }>()
  for (const pod of pods) {
    for (;;) {
      const left = scenario && { ...scenario, spec: without(scenario, ended) }
      const [now] = podsNow(left, [{ ...pod.part, pods: [pod.pod] }], atMs)
      const causes = now ? brokenIn(now).map(aspect => ({ aspect, entry: causeOf(aspect, now) })) : []
      const next = causes.find(({ entry }) => entry && isEndable(entry))?.entry
      if (next) {
        ended.add(next)
        continue
      }
      for (const { aspect, entry } of causes) {
        const isOwn = entry && scenario && isNaming(scenario, entry, pod.pod)
        const { name, namespace } = isOwn ? pod.pod : pod.part
        const key = `${namespace}/${name}`
        const before = added.get(key)?.behaviour
        const behaviour = { ...before, ...soundness(aspect, pod) }
        added.set(key, { named: { name, namespace }, behaviour })
      }
      break
    }
  }
  return { atMs, ended: [...ended], added: [...added.values()] }
}

const without = ({ spec }: ScenarioResource, ended: ReadonlySet<ScenarioWorkload>): ScenarioResource['spec'] => ({
  ...spec,
  workloads: spec.workloads.filter(entry => !ended.has(entry)),
})

/** It names no other pods, and says nothing that is not wrong or should go on. */
function endsWith(scenario: ScenarioResource, entry: ScenarioWorkload, { pod, part }: PodNow): boolean {
  if (!isNaming(scenario, entry, part) && !isNaming(scenario, entry, pod)) return false
  const isFailing = speaksOfFailure(entry) && entry.errorPercent !== 0
  const isUnready = speaksOfReadiness(entry) && entry.ready !== true
  const isUsual = entry.latency !== undefined && (entry.fromMs ?? 0) === 0
  const others = (speaksOfFailure(entry) && !isFailing) || (speaksOfReadiness(entry) && !isUnready)
  return !isUsual && !others
}

function causeOf(aspect: Aspect, { condition }: PodNow): ScenarioWorkload | undefined {
  switch (aspect) {
    case 'failing':
      return condition.failing?.entry
    case 'latency':
      return condition.latency?.entry
    case 'readiness':
      return condition.readiness?.entry
  }
}

/** How it was at the beginning, or would be well. */
function soundness(aspect: Aspect, { entries }: PodNow): Behaviour {
  switch (aspect) {
    case 'failing':
      return { errorPercent: 0 }
    case 'latency':
      return { latency: latencyAt(entries, 0)?.latency ?? { kind: 'constant', ms: 0 } }
    case 'readiness':
      return { ready: true }
  }
}

const aspectsOf = (said: Behaviour): readonly Aspect[] => [
  ...(speaksOfFailure(said) ? ['failing' as const] : []),
  ...(said.latency === undefined ? [] : ['latency' as const]),
  ...(speaksOfReadiness(said) ? ['readiness' as const] : []),
]
