import type { Origin } from '../core/base/origin.ts'
import type { ClusterEvent, RequestRecord } from '../core/simulate/index.ts'
import { closingsOf } from './closures.ts'
import type { Closures } from './closures.ts'
import { faultMarks } from './fault-marks.ts'
import type { ShownFault } from './faults.ts'
import { backWord, podTail } from './pod-words.ts'
import type { PodState, PodTrack } from './pod-tracks.ts'
import type { ShowTimes } from './show-times.ts'
import type { HoleNode, PodDot } from './stage.ts'

/**
 * Something for the timeline: out, back and gate as drawn, retries that began, a configuration that came into force, pods
 * that began to fail or do so no longer.
 */
export interface HappeningMark {
  readonly kind: 'out' | 'back' | 'gate' | 'retries' | 'applied' | 'broken' | 'healed'
  readonly atMs: number
  /** A few words; the mark's own shape says the rest. */
  readonly label: string
  /** In full, for its tooltip. */
  readonly words: string
  readonly origin?: Origin | undefined
}

interface Input {
  readonly events: readonly ClusterEvent[]
  readonly requests: readonly RequestRecord[]
  readonly shown: ShowTimes
  readonly pods: readonly PodTrack[]
  readonly closures: readonly Closures[]
  readonly dots: ReadonlyMap<string, PodDot>
  readonly holes: ReadonlyMap<string, HoleNode>
  readonly faults: readonly ShownFault[]
}

export function happeningMarks(input: Input): readonly HappeningMark[] {
  const { events, requests, shown, pods, closures, dots, holes, faults } = input
  const marks: HappeningMark[] = []
  for (const track of pods) {
    const name = dots.get(track.id)?.name ?? track.id
    for (const [i, state] of track.states.entries()) {
      const isNew = state.kind === 'not-ready' && isFromTheFirst(track.states[i - 1])
      if (isNew) continue
      if (state.kind === 'out') {
        const words = `${name} is ejected`
        marks.push({ kind: 'out', atMs: state.sinceMs, label: podTail(name), words, origin: state.origin })
      } else if (state.kind === 'back') {
        const words = `${name} is ${backWord(state)}`
        marks.push({ kind: 'back', atMs: state.sinceMs, label: podTail(name), words })
      } else if (state.kind !== 'ready' && state.sinceMs > 0) {
        const words = `${name} is ${state.kind === 'gone' ? 'gone' : 'not ready'}`
        marks.push({ kind: 'out', atMs: state.sinceMs, label: podTail(name), words })
      }
    }
  }
  for (const closure of closures) {
    const hole = holes.get(closure.hole)
    for (const atMs of closingsOf(closure)) {
      const words = `requests are turned away: ${hole?.cause ?? 'a limit is reached'}`
      marks.push({ kind: 'gate', atMs, label: 'full', words, origin: hole?.origin })
    }
  }
  for (const atMs of beginnings(retryTimes(requests, shown))) {
    marks.push({ kind: 'retries', atMs, label: 'retries', words: 'retries begin' })
  }
  for (const { atMs, ordered } of configured(events)) {
    // What became of pods has marks of its own.
    if (ordered !== '') marks.push({ kind: 'applied', atMs, label: ordered, words: ordered })
  }
  marks.push(...faultMarks(faults, dots))
  return marks.sort((a, b) => a.atMs - b.atMs)
}

/** It was on no list before: it is not lost now, but starts. */
const isFromTheFirst = (state: PodState | undefined): boolean => state?.kind === 'gone' && state.sinceMs <= 0

const QUIET_MS = 1000

/** The first of each group that a second of quiet comes before. */
const beginnings = (sorted: readonly number[]): readonly number[] =>
  sorted.filter((at, i) => i === 0 || at - (sorted[i - 1] ?? 0) >= QUIET_MS)

const retryTimes = (requests: readonly RequestRecord[], shown: ShowTimes): readonly number[] =>
  requests
    .filter(({ tries }) => tries.length > 1)
    .flatMap(request => request.tries.slice(1).map(({ atMs }, i) => atMs + shown.lagOf(request, i + 1)))
    .sort((a, b) => a - b)

/** Clusters and routes come one after the other under one label: one flag stands for both. */
function configured(events: readonly ClusterEvent[]) {
  const all = events.filter(event => event.kind === 'configured')
  return all.filter((event, i) => {
    const before = all[i - 1]
    return before?.label !== event.label || event.atMs - before.atMs > TOGETHER_MS
  })
}

const TOGETHER_MS = 100
