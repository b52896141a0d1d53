import type { Disagreement } from '../conform/disagreement.ts'
import { show } from '../conform/disagreement.ts'
import { compareAnswers, compareKeys } from './compare-answers.ts'
import { compareBuckets, compareSeconds } from './compare-buckets.ts'
import { compareSequence } from './compare-sequence.ts'
import { compareCounts, compareShares } from './compare-tally.ts'
import { compareDurations, compareGaps, compareOrdered, isNear } from './compare-times.ts'
import type { FlowRecord, Tally } from './recording.ts'
import { endsWithTime } from './timed-case.ts'
import type { Flow } from './timed-case.ts'
import type { Tolerance } from './tolerances.ts'

export interface FlowFacts {
  readonly flow: Flow
  readonly tolerance: Tolerance
  /** When something changes. */
  readonly moments: readonly number[]
  /** What back-offs begin with. */
  readonly backOffMs: number
}

export const TALLIES = [
  'status',
  'flags',
  'details',
  'attempts',
  'cluster',
  'pods',
  'attemptHeader',
  'distinctPods',
  'copies',
  'copiesPerRequest',
  'copiesByCluster',
] as const

/** One run, the turns of which began as in the recording, field by field; fields that were not recorded are passed over. */
export function compareFlow(
  facts: FlowFacts,
  recorded: Partial<FlowRecord>,
  got: Required<FlowRecord>,
): readonly Disagreement[] {
  const { flow, tolerance, moments, backOffMs } = facts
  const byTime = endsWithTime(flow)
  const slack = flow.load.kind === 'rate' ? 2 * moments.filter(atMs => isWithin(flow, atMs)).length : 0
  const all: (readonly Disagreement[])[] = TALLIES.map(field => {
    const theirs = recorded[field]
    if (!theirs) return []
    if (byTime || tolerance.shares) return compareShares(field, theirs, got[field], tolerance)
    // Where a turn stands as a flow begins and ends is worth one request.
    return compareCounts(field, theirs, got[field], flow.load.kind === 'rate' && field === 'pods' ? slack + 1 : slack)
  })
  if (recorded.requests !== undefined && !byTime && recorded.requests !== got.requests) {
    all.push([{ field: 'requests', expected: String(recorded.requests), got: String(got.requests) }])
  }
  if (recorded.sequence) all.push(compareSequence(flow, recorded.sequence, got.sequence))
  if (recorded.ordered) all.push(compareOrdered(flow, recorded.ordered, got.ordered, entry => entry))
  if (recorded.per100ms) {
    all.push(
      byTime
        ? compareSeconds(recorded.per100ms, got.per100ms, moments, 10)
        : compareBuckets(recorded.per100ms, got.per100ms, moments, heldUpMs(recorded)),
    )
  }
  if (recorded.gapsMs) all.push(compareGaps(recorded.gapsMs, got.gapsMs, backOffMs))
  if (recorded.keys) all.push(compareKeys(recorded.keys, got.keys))
  return [...all.flat(), ...compareAnswers(recorded, got), ...compareDuration(facts, recorded, got)]
}

/** What the slowest request took beyond the usual. */
function heldUpMs({ durationMs }: Partial<FlowRecord>): number {
  return durationMs && durationMs.max - durationMs.p90 > 50 ? durationMs.max - durationMs.p90 : 0
}

function isWithin({ startMs, durationMs = 0 }: Flow, atMs: number): boolean {
  return atMs >= startMs && atMs <= startMs + durationMs
}

export function compareDuration(
  { flow, tolerance }: FlowFacts,
  recorded: Partial<FlowRecord>,
  got: Required<FlowRecord>,
  isDrawn = false,
): readonly Disagreement[] {
  const all: Disagreement[] = []
  if (recorded.durationMs) {
    const isSpread = isDrawn || tolerance.shares !== undefined || isRetried(recorded.attempts ?? {})
    all.push(...compareDurations(flow, recorded.durationMs, got.durationMs, tolerance.durationMs, isSpread))
  }
  const cut = recorded.copiesCutOffAfterMs
  // A copy that nothing ends was cut off as the recorder went home.
  if (
    cut &&
    got.copiesCutOffAfterMs.n > 0 &&
    !isNear(cut.median, got.copiesCutOffAfterMs.median, tolerance.durationMs)
  ) {
    all.push({ field: 'copiesCutOffAfterMs', expected: show(cut), got: show(got.copiesCutOffAfterMs) })
  }
  return all
}

function isRetried(attempts: Tally): boolean {
  return Object.keys(attempts).some(n => Number(n) > 1)
}
