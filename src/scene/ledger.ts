import type { Outcome } from './outcome.ts'
import { OUTCOMES, toneOf } from './outcome.ts'
import type { Tone } from './outcome.ts'
import type { LaneStub, Way } from './way.ts'

/** Sums expected shares by id, and remembers which lanes and ends the ways need. */
export interface Ledger {
  add(way: Way, probability: number): void
  shareOf(id: string): number
  /** The tone of what comes through here: `ok` if anything is answered, else of the likeliest failure. */
  toneOf(id: string): Tone | undefined
  readonly lanes: ReadonlyMap<string, LaneStub>
}

export function createLedger(): Ledger {
  const shares = new Map<string, Map<Outcome, number>>()
  const lanes = new Map<string, LaneStub>()
  const ghostShares = new Map<string, number>()
  const put = (id: string, outcome: Outcome, probability: number): void => {
    const byOutcome = shares.get(id) ?? new Map<Outcome, number>()
    byOutcome.set(outcome, (byOutcome.get(outcome) ?? 0) + probability)
    shares.set(id, byOutcome)
  }
  return {
    lanes,
    add(way, probability) {
      const ids = new Set([...way.passes, ...way.lanes.map(lane => lane.id), way.end.id])
      for (const id of ids) put(id, way.outcome, probability)
      for (const lane of way.lanes) if (!lanes.has(lane.id)) lanes.set(lane.id, lane)
      for (const ghost of way.ghosts) {
        for (const lane of ghost.lanes) {
          if (!lanes.has(lane.id)) lanes.set(lane.id, lane)
          if (lane.kind !== 'mirror') continue
          ghostShares.set(lane.id, (ghostShares.get(lane.id) ?? 0) + probability)
          ghostShares.set(lane.from, (ghostShares.get(lane.from) ?? 0) + probability)
        }
      }
    },
    shareOf(id) {
      let sum = ghostShares.get(id) ?? 0
      for (const share of shares.get(id)?.values() ?? []) sum += share
      return sum
    },
    toneOf(id) {
      const byOutcome = shares.get(id)
      if (!byOutcome) return undefined
      if ((byOutcome.get('succeeded') ?? 0) > 0) return 'ok'
      const worst = OUTCOMES.reduce((a, b) => ((byOutcome.get(b) ?? 0) > (byOutcome.get(a) ?? 0) ? b : a))
      return toneOf(worst)
    },
  }
}
