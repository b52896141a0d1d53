import type { Disagreement } from '../conform/disagreement.ts'
import type { Facts } from './facts.ts'
import { compareConnections } from './compare-connections.ts'
import { compareActive, compareRun } from './compare-run.ts'
import { compareTimings } from './compare-timings.ts'

/** Turns begin anywhere, several in a case each for itself: so many seeds meet each beginning. */
const SEEDS = 600

/**
 * Apart from where its turns begin a case is decided: one of the beginnings gives what was recorded, and one what each
 * further run gave. Says what the nearest one differs in.
 */
export function findTurn(facts: Facts): readonly Disagreement[] {
  const { recording, tolerance } = facts
  const runs = new Map<number, ReturnType<Facts['run']>>()
  const run = (seed: number) => {
    const known = runs.get(seed) ?? facts.run(seed)
    runs.set(seed, known)
    return known
  }
  if (tolerance.byTiming) return compareTimings(facts, run)
  const first = nearest(seed => {
    const got = run(seed)
    return [...compareRun(facts, recording, got), ...compareActive(facts, got), ...compareConnections(facts, [got])]
  })
  const others = (recording.runs ?? []).flatMap((other, i) =>
    nearest(seed => compareRun(facts, { ...recording, ...other }, run(seed))).map(({ field, ...rest }) => ({
      field: `run ${String(i + 1)}, ${field}`,
      ...rest,
    })),
  )
  return [...first, ...others]
}

function nearest(compare: (seed: number) => readonly Disagreement[]): readonly Disagreement[] {
  let least = compare(1)
  for (let seed = 2; seed <= SEEDS && least.length > 0; seed++) {
    const other = compare(seed)
    if (other.length < least.length) least = other
  }
  return least
}
