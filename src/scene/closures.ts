import type { HoleNode } from './stage.ts'
import { countUntil } from './timetable.ts'
import type { Departures } from './timetable.ts'

/** When a limit turned requests away. */
export interface Closures {
  /** The hole that they fall into. */
  readonly hole: string
  /** The cluster whose limit it is. */
  readonly cluster: string
  /** When each met the closed gate, sorted. */
  readonly atMs: Float64Array
}

/** After so long without one turned away a gate counts as open. */
export const GATE_MS = 1000

/** Requests that limits turn away, by gate. */
export function closuresOf(holes: readonly HoleNode[], departures: readonly Departures[]): readonly Closures[] {
  return holes.flatMap(hole => {
    if (!hole.bounced) return []
    const times = departures
      .filter(({ course }) => course.end === hole.id)
      .flatMap(({ course, atMs }) => [...atMs].map(at => at + course.turnsAtMs))
    return times.length === 0
      ? []
      : [{ hole: hole.id, cluster: hole.at, atMs: Float64Array.from(times).sort((a, b) => a - b) }]
  })
}

/** How long ago the gate turned the last one away; undefined: it is open. */
export function sinceBounce({ atMs }: Closures, nowMs: number): number | undefined {
  const last = atMs[countUntil(atMs, nowMs) - 1]
  return last === undefined || nowMs - last >= GATE_MS ? undefined : nowMs - last
}

/** When a gate closed: its first bounce, and each one after a second without. */
export function closingsOf({ atMs }: Closures): readonly number[] {
  return [...atMs].filter((at, i) => i === 0 || at - (atMs[i - 1] ?? 0) >= GATE_MS)
}
