import type { ScenarioLatency, ScenarioResource } from '../resources/index.ts'
import { conditionOf } from './condition-of.ts'
import type { Condition, Failing } from './condition-of.ts'
import { entriesFor } from './phases.ts'
import type { PodNames } from './phases.ts'

/** From `fromMs` until `toMs` a pod fails, or is slower than it was at the beginning; `toMs` may be Infinity. */
export type PodFault = { readonly pod: PodNames; readonly fromMs: number; readonly toMs: number } & Wrong

export type Wrong =
  ({ readonly kind: 'fails' } & Failing) | { readonly kind: 'slow'; readonly latency: ScenarioLatency }

/** What a Scenario does to pods, each as long as it stays the same; by pod, then by time. */
export function faultsOf(scenario: ScenarioResource, pods: readonly PodNames[]): readonly PodFault[] {
  return pods.flatMap(({ name, namespace, workload }) => {
    const pod = { name, namespace, workload }
    const entries = entriesFor(scenario, pod)
    const moments = [...new Set([0, ...entries.flatMap(({ fromMs = 0, toMs = Infinity }) => [fromMs, toMs])])]
      .filter(atMs => atMs < Infinity)
      .sort((a, b) => a - b)
    const conditions = moments.map(atMs => ({ atMs, condition: conditionOf(entries, atMs) }))
    return [failingOf, slownessOf].flatMap(of => stretchesOf(pod, conditions, of)).sort((a, b) => a.fromMs - b.fromMs)
  })
}

function failingOf({ failing }: Condition): Wrong | undefined {
  return failing && { kind: 'fails', percent: failing.percent, answer: failing.answer }
}

function slownessOf({ latency, isSlower }: Condition): Wrong | undefined {
  return latency && isSlower ? { kind: 'slow', latency: latency.value } : undefined
}

function stretchesOf(
  pod: PodNames,
  conditions: readonly { readonly atMs: number; readonly condition: Condition }[],
  of: (condition: Condition) => Wrong | undefined,
): readonly PodFault[] {
  const found: PodFault[] = []
  let last: { readonly fromMs: number; readonly wrong: Wrong } | undefined
  const end = (toMs: number): void => {
    if (last) found.push({ pod, fromMs: last.fromMs, toMs, ...last.wrong })
  }
  for (const { atMs, condition } of conditions) {
    const wrong = of(condition)
    if (JSON.stringify(wrong) === JSON.stringify(last?.wrong)) continue
    end(atMs)
    last = wrong && { fromMs: atMs, wrong }
  }
  end(Infinity)
  return found
}
