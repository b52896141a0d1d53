import type { HappeningMark } from '../scene/index.ts'
import type { PastRun, Run } from './playback-store.ts'

/** Every run's beginning and what happened in it, by the timeline's clock; of a past run only while it was in force. */
export function marksOf(run: Run | undefined, past: readonly PastRun[]): readonly HappeningMark[] {
  const runs = [...past, ...(run ? [{ ...run, toMs: Infinity }] : [])]
  return runs.flatMap(({ toMs, because, picture: { log } }) => [
    { kind: 'applied' as const, atMs: log.fromMs, label: because, words: because },
    ...(log.happenings?.marks ?? []).filter(({ atMs }) => atMs < toMs),
  ])
}

/** The next mark of the current run after `nowMs`, or the last one before it. */
export function neighbourMark(run: Run, nowMs: number, by: 1 | -1): number | undefined {
  const times = marksOf(run, []).map(({ atMs }) => atMs)
  const fits = times.filter(atMs => (by === 1 ? atMs > nowMs + SAME_MS : atMs < nowMs - SAME_MS))
  if (fits.length === 0) return undefined
  return by === 1 ? Math.min(...fits) : Math.max(...fits)
}

/** The clock stands on a mark when it is no further from it. */
const SAME_MS = 0.001
