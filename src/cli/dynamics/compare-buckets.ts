import type { Disagreement } from '../conform/disagreement.ts'
import { compareCounts, compareSample } from './compare-tally.ts'
import { isNearChange } from './moments-of-change.ts'
import type { Bucket, Tally } from './recording.ts'
import { addTallies, sumOf } from './tally.ts'

/**
 * Tallies of each 100 ms: one request more or less, three where something changes. What is missing in one may be in the next:
 * it was sent a moment later, or the recorder was held up for as long as its slowest request.
 */
export function compareBuckets(
  recorded: readonly Bucket[],
  got: readonly Bucket[],
  moments: readonly number[],
  heldUpMs: number,
): readonly Disagreement[] {
  const [theirs, ours] = [spread(recorded), spread(got)]
  const first = [...new Set([...theirs.keys(), ...ours.keys()])]
    .sort((a, b) => a - b)
    .flatMap(at => {
      const slack = isNearChange(moments, at * 100, at * 100 + 100) ? 3 : 1
      const together = (from: number, count: number) => {
        const sum = (all: ReadonlyMap<number, Tally>) =>
          addTallies(Array.from({ length: count }, (_, i) => all.get(from + i) ?? {}))
        return compareCounts(`per100ms at ${String(at / 10)} s`, sum(theirs), sum(ours), slack)
      }
      for (let count = 2; count <= 2 + Math.ceil(heldUpMs / 100); count++) {
        for (let from = at - count + 1; from <= at; from++) if (together(from, count).length === 0) return []
      }
      return together(at, 1)
    })
  return first.slice(0, 2)
}

/** Chance decides: shares of whole seconds. */
export function compareSeconds(
  recorded: readonly Bucket[],
  got: readonly Bucket[],
  moments: readonly number[],
  points: number,
): readonly Disagreement[] {
  const [theirs, ours] = [secondsOf(spread(recorded)), secondsOf(spread(got))]
  return [...theirs]
    .filter(([, tally]) => sumOf(tally) >= ENOUGH)
    .flatMap(([at, tally]) => {
      const granted = isNearChange(moments, at * 1000, at * 1000 + 1000) ? Math.max(points, NEAR_CHANGE_POINTS) : points
      return compareSample(`per100ms, second ${String(at)}`, tally, ours.get(at) ?? {}, granted)
    })
    .slice(0, 2)
}

const NEAR_CHANGE_POINTS = 15
/** Fewer requests of a second say nothing: it has only just begun. */
const ENOUGH = 5

/** Equal neighbours were folded. */
function spread(buckets: readonly Bucket[]): ReadonlyMap<number, Tally> {
  const all = new Map<number, Tally>()
  for (const [first, last, tally] of buckets) {
    for (let at = Math.round(first * 10); at <= Math.round(last * 10); at++) {
      all.set(at, addTallies([all.get(at) ?? {}, tally]))
    }
  }
  return all
}

function secondsOf(buckets: ReadonlyMap<number, Tally>): ReadonlyMap<number, Tally> {
  const seconds = new Map<number, Tally>()
  for (const [at, tally] of buckets) {
    const second = Math.floor(at / 10)
    seconds.set(second, addTallies([seconds.get(second) ?? {}, tally]))
  }
  return seconds
}
