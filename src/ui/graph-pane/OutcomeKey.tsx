import type { ReactNode } from 'react'
import type { HoleNode, Outcome, Tally } from '../../scene/index.ts'
import { keyOf } from '../../scene/index.ts'
import type { Spot } from '../../state/index.ts'
import { count } from './figures.ts'
import { ShapeIcon } from './ShapeMark.tsx'
import styles from './GraphPane.module.css'

interface OutcomeKeyProps {
  readonly tally: Tally
  /** They know the causes. */
  readonly holes: readonly HoleNode[]
  /** How many requests a particle stands for. */
  readonly perDot: number
  /** Requests that have a ring. */
  readonly follows?: Spot['follows']
  readonly isolated: Outcome | undefined
  readonly onPick: (outcome: Outcome | undefined) => void
}

/** Outcomes present, with counts. A click shows one alone, again all. */
export function OutcomeKey({ tally, holes, perDot, follows, isolated, onPick }: OutcomeKeyProps): ReactNode {
  const present = keyOf(tally)
  const note = perDotWords(perDot)
  if (present.length === 0 && note === undefined) return null
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
            <span className={styles['outcome']}>{words}</span> <b>{count(n)}</b>
          </button>
        </li>
      ))}
      {follows && (
        <li className={styles['followed']}>
          <svg width={16} height={16} viewBox="-8 -8 16 16" aria-hidden="true">
            <circle r={4} fill="var(--ok)" />
            <circle r={7} fill="none" stroke="var(--accent)" strokeWidth={2} />
          </svg>
          <span className={styles['outcome']}>{follows.words}</span> <b>{count(follows.count)}</b>
        </li>
      )}
      {note !== undefined && <li className={styles['perDot']}>{note}</li>}
    </ul>
  )
}

/** Said only where it is not what everybody takes for granted. */
export const perDotWords = (perDot: number): string | undefined =>
  perDot > 1 ? `1 dot = ${count(perDot)} requests` : undefined

/** `the queue of 1 is full: http1MaxPendingRequests` */
const causesOf = (holes: readonly HoleNode[], outcome: Outcome): string | undefined =>
  [...new Set(holes.flatMap(hole => (hole.outcome === outcome ? [hole.cause] : [])))].join('; ') || undefined
