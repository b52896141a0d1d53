import type { Disagreement } from '../conform/disagreement.ts'
import { isSame, show } from '../conform/disagreement.ts'
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

export function compareKeys(
  recorded: Readonly<Record<string, string>>,
  got: Readonly<Record<string, string>>,
): readonly Disagreement[] {
  const wrong = Object.entries(recorded).filter(([key, pod]) => got[key] !== pod)
  if (wrong.length === 0) return []
  const own = wrong.map(([key]) => [key, got[key]] as const)
  return [{ field: `keys (${String(wrong.length)} of them)`, expected: show(wrong.slice(0, 5)), got: show(own.slice(0, 5)) }]
}

/** Answers of the proxy's own, headers that it adds, cookies that it sets. */
export function compareAnswers(recorded: Partial<FlowRecord>, got: Required<FlowRecord>): readonly Disagreement[] {
  const all: Disagreement[] = []
  for (const [outcome, { body, headers }] of Object.entries(recorded.local ?? {})) {
    const own = got.local[outcome]
    // Whether a rare outcome was met at all is for the tallies to say.
    if (!own) continue
    if (own.body !== body || !isSame(sorted(own.headers), sorted(headers)))
      all.push({ field: `local ${outcome}`, expected: show({ body, headers }), got: show(own) })
  }
  for (const [outcome, headers] of Object.entries(recorded.responseHeaders ?? {})) {
    const added = headers.filter(([name]) => name !== 'content-type' && name !== 'x-pod')
    const own = got.responseHeaders[outcome]
    if (own && !isSame(own, added)) all.push({ field: `headers of ${outcome}`, expected: show(added), got: show(own) })
  }
  if (recorded.setCookie) {
    const forms = (cookies: readonly string[]) => cookies.map(cookie => cookie.replace(/"[0-9a-f]{16}"/, '"…"'))
    const [theirs, ours] = [forms(recorded.setCookie), forms(got.setCookie)]
    if (!isSame(theirs, ours)) all.push({ field: 'setCookie', expected: show(theirs), got: show(ours) })
  }
  if (recorded.callerGaveUp !== undefined && recorded.callerGaveUp !== got.callerGaveUp) {
    all.push({ field: 'callerGaveUp', expected: String(recorded.callerGaveUp), got: String(got.callerGaveUp) })
  }
  return all
}

function sorted(headers: readonly (readonly [string, string])[]): readonly string[] {
  return headers.map(line => line.join(': ')).sort()
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
  if (cut && got.copiesCutOffAfterMs.n > 0 && !isNear(cut.median, got.copiesCutOffAfterMs.median, tolerance.durationMs)) {
    all.push({ field: 'copiesCutOffAfterMs', expected: show(cut), got: show(got.copiesCutOffAfterMs) })
  }
  return all
}

function isRetried(attempts: Tally): boolean {
  return Object.keys(attempts).some(n => Number(n) > 1)
}
