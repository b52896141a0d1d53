import type { Disagreement } from '../conform/disagreement.ts'
import { show } from '../conform/disagreement.ts'
import { compareAnswers } from './compare-answers.ts'
import { compareDuration, TALLIES } from './compare-flow.ts'
import type { FlowFacts } from './compare-flow.ts'
import { compareSeconds } from './compare-buckets.ts'
import { compareSample, compareShares } from './compare-tally.ts'
import type { FlowRecord, Spread, Tally } from './recording.ts'
import { addTallies, renameKeys, tallyOf } from './tally.ts'
import { pointsOf } from './tolerances.ts'

/** Many runs of a flow in which dice decide: the shares of all of them together. */
export function comparePool(
  facts: FlowFacts,
  recorded: Partial<FlowRecord>,
  runs: readonly Required<FlowRecord>[],
): readonly Disagreement[] {
  const { tolerance, moments } = facts
  const all: (readonly Disagreement[])[] = TALLIES.map(field => {
    const theirs = recorded[field]
    if (!theirs) return []
    const ours = addTallies(runs.map(run => run[field]))
    if (field !== 'pods' && Object.keys(theirs).length === 1) return compareSole(field, theirs, ours)
    return compareShares(field, theirs, ours, tolerance)
  })
  if (recorded.sequence) {
    // Which pod is chance; what happens at it, and in which workload, has its shares.
    const theirs = renameKeys(tallyOf(recorded.sequence), toWorkloads)
    const ours = renameKeys(tallyOf(runs.flatMap(run => run.sequence)), toWorkloads)
    all.push(compareSample('sequence, by workload', theirs, ours, pointsOf(recorded.sequence.length)))
  }
  if (recorded.per100ms) {
    const ours = runs.flatMap(run => run.per100ms)
    all.push(compareSeconds(recorded.per100ms, ours, moments, tolerance.shares?.points ?? 10))
  }
  for (const run of runs) all.push(compareAnswers(recorded, run))
  const pooled = { ...runs[0], durationMs: poolSpreads(runs.map(({ durationMs }) => durationMs)) }
  all.push(compareDuration(facts, recorded, pooled as Required<FlowRecord>, true))
  return withoutRepeats(all.flat())
}

/** What always was so must always be so. */
function compareSole(field: string, recorded: Tally, got: Tally): readonly Disagreement[] {
  const isSole = Object.keys(got).every(key => key in recorded)
  return isSole ? [] : [{ field, expected: show(recorded), got: show(got) }]
}

/** `200 web-v1-1>web-v1-0` → `200 web-v1>web-v1`. */
export function toWorkloads(entry: string): string {
  return entry.replaceAll(/-\d+(?=>|$)/g, '')
}

function poolSpreads(spreads: readonly Spread[]): Spread {
  const mean = (pick: (spread: Spread) => number) =>
    spreads.reduce((sum, spread) => sum + pick(spread), 0) / Math.max(1, spreads.length)
  return {
    n: spreads.reduce((sum, { n }) => sum + n, 0),
    min: Math.min(...spreads.map(({ min }) => min)),
    p10: mean(({ p10 }) => p10),
    median: mean(({ median }) => median),
    p90: mean(({ p90 }) => p90),
    max: Math.max(...spreads.map(({ max }) => max)),
    mean: mean(spread => spread.mean),
  }
}

function withoutRepeats(all: readonly Disagreement[]): readonly Disagreement[] {
  const known = new Set<string>()
  return all.filter(({ field }) => !known.has(field) && known.add(field))
}
