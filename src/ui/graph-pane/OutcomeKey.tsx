import type { ReactNode } from 'react'
import type { HoleNode, Outcome, Tally } from '../../scene/index.ts'
import { keyOf } from '../../scene/index.ts'
import { count } from './figures.ts'
import { ShapeIcon } from './ShapeMark.tsx'
import styles from './GraphPane.module.css'

interface OutcomeKeyProps {
  readonly tally: Tally
  /** They know the causes. */
  readonly holes: readonly HoleNode[]
  readonly isolated: Outcome | undefined
  readonly onPick: (outcome: Outcome | undefined) => void
}

/** Outcomes present, with counts. A click shows one alone, again all. */
export function OutcomeKey({ tally, holes, isolated, onPick }: OutcomeKeyProps): ReactNode {
  const present = keyOf(tally)
  if (present.length === 0) return null
  return (
    <ul className={styles['key']} data-testid="key" aria-label="Outcomes">
      {present.map(({ outcome, words, count: n }) => (
        <li key={outcome}>
          <button
            type="button"
            aria-pressed={isolated === outcome}
            className={isolated !== undefined && isolated !== outcome ? styles['away'] : undefined}
            data-outcome={outcome}
            title={causesOf(holes, outcome)}
            onClick={() => onPick(isolated === outcome ? undefined : outcome)}
          >
            <ShapeIcon outcome={outcome} />
            {words} <b>{count(n)}</b>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** `the queue of 1 is full: http1MaxPendingRequests` */
const causesOf = (holes: readonly HoleNode[], outcome: Outcome): string | undefined =>
  [...new Set(holes.flatMap(hole => (hole.outcome === outcome ? [hole.cause] : [])))].join('; ') || undefined
