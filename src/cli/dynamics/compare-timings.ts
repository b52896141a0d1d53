import type { Disagreement } from '../conform/disagreement.ts'
import { show } from '../conform/disagreement.ts'
import { compareConnections } from './compare-connections.ts'
import type { Facts } from './facts.ts'
import type { Observation } from './observe.ts'
import type { RunRecord, Tally } from './recording.ts'

const FIELDS = ['status', 'flags', 'attempts'] as const
const SEEDS = 8

/** What the words of a case allow although it was not met. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, readonly Tally[]>>>> = {
  // Three to five retries at first.
  'breakers-retryBudget-50': { attempts: [{ 1: 7, 2: 2, 3: 1 }] },
}

/** What was met depended on microseconds, and was met several times: the simulator must stay within what was seen. */
export function compareTimings(facts: Facts, run: (seed: number) => Observation): readonly Disagreement[] {
  const { recording, one } = facts
  const recorded = recording.runs ?? [recording]
  const seeds = Array.from({ length: SEEDS }, (_, i) => run(i + 1))
  const tallies = one.flows.flatMap(({ id }) =>
    FIELDS.flatMap(field => {
      const talliesOf = (all: readonly Pick<RunRecord, 'traffic'>[]) =>
        all.map(({ traffic }) => traffic?.[id]?.[field]).filter(tally => tally !== undefined)
      const theirs = [...talliesOf(recorded), ...(ALLOWED[one.name]?.[field] ?? [])]
      if (theirs.length === 0) return []
      const ours = talliesOf(seeds)
      const keys = [...new Set([...theirs, ...ours].flatMap(tally => Object.keys(tally)))]
      const isOutside = keys.some(key => {
        const seen = theirs.map(tally => tally[key] ?? 0)
        return ours.map(tally => tally[key] ?? 0).some(count => count < Math.min(...seen) || count > Math.max(...seen))
      })
      return isOutside ? [{ field: `${id}: ${field}`, expected: `one of ${show(theirs)}`, got: show(ours) }] : []
    }),
  )
  return [...tallies, ...compareConnections(facts, seeds)]
}
