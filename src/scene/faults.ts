import type { PodFault, Wrong } from '../core/scenario/index.ts'
import { milliseconds } from './figures.ts'
import { podId } from './ids.ts'
import type { Moment } from './moment.ts'
import type { PodDot } from './stage.ts'

/** A pod of the stage fails, or is slower than usual, from `fromMs` until `toMs` of the run. */
export interface ShownFault {
  readonly id: string
  readonly fromMs: number
  readonly toMs: number
  readonly wrong: Wrong
}

export const shownFaults = (faults: readonly PodFault[]): readonly ShownFault[] =>
  faults.map(({ pod, fromMs, toMs, ...wrong }) => ({ id: podId(pod.namespace, pod.name), fromMs, toMs, wrong }))

/** What is wrong with each pod at a moment. */
export function faultsAt(
  faults: readonly ShownFault[] = [],
  nowMs: number,
): ReadonlyMap<string, readonly ShownFault[]> {
  const now = new Map<string, readonly ShownFault[]>()
  for (const fault of faults) {
    if (fault.fromMs <= nowMs && nowMs < fault.toMs) now.set(fault.id, [...(now.get(fault.id) ?? []), fault])
  }
  return now
}

/** `answers 503 to half`. */
export function faultWords(wrong: Wrong): string {
  if (wrong.kind === 'slow') {
    const { latency } = wrong
    return latency.kind === 'constant'
      ? `answers after ${milliseconds(latency.ms)}`
      : `answers after ${milliseconds(latency.p50Ms)}, 1 in 100 after ${milliseconds(latency.p99Ms)}`
  }
  const { percent, answer } = wrong
  const share = percent === 50 ? 'half' : `${String(percent)} %`
  if (typeof answer === 'number') return `answers ${String(answer)} to ${percent === 100 ? 'all' : share}`
  const what = percent === 100 ? '' : `${share} of `
  switch (answer) {
    case 'reset':
      return `breaks off ${what}requests`
    case 'hang':
      return percent === 100 ? 'answers nobody' : `leaves ${share} unanswered`
    case 'refused':
    case 'crash':
      return `refuses ${what}connections`
  }
}

/** The same with its time; what was so from the beginning has none. */
const faultSince = ({ wrong, fromMs }: ShownFault): string =>
  fromMs <= 0 ? faultWords(wrong) : `${faultWords(wrong)} since ${(fromMs / 1000).toFixed(1)} s`

/** All that is wrong with a pod, in a few words each: `answers 503 to half since 4.0 s`. */
export const faultsOf = ({ faults }: Pick<Moment, 'faults'>, id: string): readonly string[] =>
  (faults?.get(id) ?? []).map(faultSince)

/** The same as sentences. */
export const faultSentences = (moment: Pick<Moment, 'faults'>, id: string): readonly string[] =>
  faultsOf(moment, id).map(words => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`)

/** What is wrong with a workload, where there is little room: `503 to half`, `2 of 3 fail`, `1 of 3 slow`. */
export function shortFault({ faults }: Pick<Moment, 'faults'>, pods: readonly PodDot[]): string | undefined {
  const all = pods.map(({ id }) => faults?.get(id) ?? [])
  const failing = all.flatMap(own => own.find(({ wrong }) => wrong.kind === 'fails') ?? [])
  const found = failing.length > 0 ? failing : all.flatMap(own => own[0] ?? [])
  const [first] = found
  if (!first) return undefined
  const words = new Set(found.map(({ wrong }) => shortWords(wrong)))
  if (found.length === pods.length && words.size === 1) return shortWords(first.wrong)
  const verb = first.wrong.kind === 'slow' ? 'slow' : found.length === 1 ? 'fails' : 'fail'
  return `${String(found.length)} of ${String(pods.length)} ${verb}`
}

const shortWords = (wrong: Wrong): string =>
  faultWords(wrong)
    .replace(/^answers /, '')
    .replace(/ connections$| requests$|,.*/, '')
