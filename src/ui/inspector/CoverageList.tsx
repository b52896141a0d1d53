import type { Uncovered } from '../../state/index.ts'
import controls from '../controls.module.css'
import inspector from './Inspector.module.css'
import styles from './TrafficPanel.module.css'

export interface CoverageListProps {
  readonly uncovered: readonly Uncovered[]
  /** What was last found of one of them. */
  readonly found: { readonly row: string; readonly words: string } | undefined
  /** Adds a request that the rule takes, or tells why there is none. */
  readonly onReach: (row: string) => void
  readonly onReveal: (row: string) => void
}

/** More than these are not listed. */
const MOST = 50

/** Rules that none of the requests so far came by, each with a way to one that does. */
export function CoverageList({ uncovered, found, onReach, onReveal }: CoverageListProps) {
  if (uncovered.length === 0) return null
  return (
    <section className={inspector['section']} aria-label="Rules that no request reaches">
      <h3>No request reaches</h3>
      <ul className={styles['uncovered']}>
        {uncovered.slice(0, MOST).map(({ id, title, condition }) => (
          <li key={id}>
            <button
              type="button"
              className={styles['rule']}
              onClick={() => {
                onReveal(id)
              }}
            >
              <b>{title}</b> <span>{condition}</span>
            </button>
            <button
              type="button"
              className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`}
              aria-label={`Find a request for ${title}`}
              onClick={() => {
                onReach(id)
              }}
            >
              Find one
            </button>
            {found?.row === id && (
              <p className={inspector['note']} role="status">
                {found.words}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
