import type { Disagreement } from '../conform/disagreement.ts'
import type { Facts } from './facts.ts'
import { compareKeys } from './compare-answers.ts'
import { compareConnections } from './compare-connections.ts'
import { comparePool, toWorkloads } from './compare-pool.ts'
import { compareActive, compareDetector } from './compare-run.ts'
import { compareOrdered } from './compare-times.ts'
import { compareTimings } from './compare-timings.ts'

/** So many runs come near the true shares. */
const SEEDS = 24

/** Chance decides about each request: shares over many runs, and of what a run is as a whole one that is like it. */
export function throwDice(facts: Facts): readonly Disagreement[] {
  const { one, recording, tolerance } = facts
  const runs = Array.from({ length: SEEDS }, (_, i) => facts.run(i + 1))
  if (tolerance.byTiming) return compareTimings(facts, seed => runs[seed - 1] ?? facts.run(seed))
  const shares = one.flows.flatMap(flow => {
    const theirs = recording.traffic?.[flow.id]
    const ours = runs.flatMap(({ traffic }) => traffic[flow.id] ?? [])
    if (!theirs) return []
    return comparePool({ ...facts, flow }, theirs, ours).map(({ field, ...rest }) => ({
      field: `${flow.id}: ${field}`,
      ...rest,
    }))
  })
  const wholes = nearest(
    runs.map(run => [
      ...compareDetector(facts, recording, run),
      ...compareActive(facts, run),
      ...one.flows.flatMap(flow => {
        const [theirs, ours] = [recording.traffic?.[flow.id], run.traffic[flow.id]]
        if (!theirs || !ours) return []
        return [
          ...(theirs.ordered ? compareOrdered(flow, theirs.ordered, ours.ordered, toWorkloads) : []),
          ...(theirs.keys ? compareKeys(theirs.keys, ours.keys) : []),
        ].map(({ field, ...rest }) => ({ field: `${flow.id}: ${field}`, ...rest }))
      }),
    ]),
  )
  return [...shares, ...wholes, ...compareConnections(facts, runs)].filter(({ field }) => !facts.isLeftOut(field))
}

function nearest(all: readonly (readonly Disagreement[])[]): readonly Disagreement[] {
  return all.reduce((least, other) => (other.length < least.length ? other : least))
}
