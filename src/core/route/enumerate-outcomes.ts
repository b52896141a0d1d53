import type { Alike, Chance } from './chance.ts'
import type { Decision } from './decision.ts'
import type { HttpRequest } from './request.ts'
import type { Router } from './router.ts'

export interface Outcome {
  readonly probability: number
  readonly decision: Decision
}

/** More ways than this are never walked; far above what rules, faults, mirrors and pods give. */
const MOST_WALKS = 200_000

/**
 * Everything that chance may make of a request, with exact probabilities that sum to 1; equal decisions are merged. Walks
 * every branch of every draw, depth first.
 */
export function enumerateOutcomes(router: Router, request: HttpRequest): readonly Outcome[] {
  const outcomes = new Map<string, { probability: number; decision: Decision }>()
  const walk = createWalk()
  for (let walks = 0; walks < MOST_WALKS; walks++) {
    const decision = router.decide(request, walk.chance)
    const key = keyOf(decision)
    const known = outcomes.get(key)
    if (known) known.probability += walk.probability()
    else outcomes.set(key, { probability: walk.probability(), decision })
    if (!walk.next()) return [...outcomes.values()]
  }
  throw new Error('too many outcomes to enumerate')
}

interface Fork {
  readonly shares: readonly number[]
  taken: number
}

/** Answers draws from a path of forks, and moves that path on to the next one, as an odometer. */
function createWalk(): { readonly chance: Chance; probability(): number; next(): boolean } {
  const forks: Fork[] = []
  let depth = 0
  function take(shares: () => readonly number[]): number {
    const fork = forks[depth] ?? newFork(shares())
    forks[depth] = fork
    depth++
    return fork.taken
  }
  return {
    chance: {
      choose: (weights, total, alike) => {
        return take(() =>
          merge(
            weights.map(weight => weight / total),
            alike,
          ),
        )
      },
      pick: (count, alike) => {
        return take(() =>
          merge(
            Array.from({ length: count }, () => 1 / count),
            alike,
          ),
        )
      },
      last: undefined,
    },
    probability: () => forks.reduce((product, fork) => product * (fork.shares[fork.taken] ?? 0), 1),
    next() {
      depth = 0
      for (let fork = forks.at(-1); fork; fork = forks.at(-1)) {
        fork.taken = nextPossible(fork.shares, fork.taken + 1)
        if (fork.taken < fork.shares.length) return true
        forks.pop()
      }
      return false
    },
  }
}

/** Gives the first of each class the shares of the others. */
function merge(shares: number[], alike: Alike | undefined): readonly number[] {
  if (!alike) return shares
  const first = new Map<string, number>()
  for (const [index, share] of shares.entries()) {
    const kind = share > 0 ? alike(index) : undefined
    if (kind === undefined) continue
    const known = first.get(kind)
    if (known === undefined) first.set(kind, index)
    else {
      shares[known] = (shares[known] ?? 0) + share
      shares[index] = 0
    }
  }
  return shares
}

function newFork(shares: readonly number[]): Fork {
  return { shares, taken: nextPossible(shares, 0) }
}

function nextPossible(shares: readonly number[], from: number): number {
  let index = from
  while (index < shares.length && (shares[index] ?? 0) <= 0) index++
  return index
}

function keyOf(decision: Decision): string {
  const { outcome, status, flags, details, route, leg, cluster, endpoint, attempts, delayMs, mirrors } = decision
  const copies = mirrors.map(copy => [copy.policy.cluster, copy.endpoint?.pod, copy.endpoint?.address])
  return JSON.stringify([
    [outcome, status, flags, details, cluster, attempts, delayMs, decision.upstreamMs],
    [leg?.cluster, leg?.origin?.path, route?.origin?.path],
    [endpoint?.address, endpoint?.port, endpoint?.pod],
    copies,
  ])
}
