import type { ReactNode } from 'react'
import { toneOf } from '../../scene/index.ts'
import type { MapFocus, MapRow } from '../../scene/index.ts'
import { rateText, shareText } from './map-words.ts'
import styles from './MapSide.module.css'

/** More rows are not listed: search finds them. */
const MOST = 100

interface MapListProps {
  readonly title: string
  readonly rows: readonly MapRow[]
  readonly onEnter: (focus: MapFocus) => void
}

/** Groups, or the services of one: those that lose most come first. */
export function MapList({ title, rows, onEnter }: MapListProps): ReactNode {
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {rows.slice(0, MOST).map(row => (
          <li key={row.id}>
            <button
              type="button"
              className={styles['row']}
              onClick={() => onEnter({ kind: row.members === undefined ? 'node' : 'group', id: row.id })}
            >
              <span className={styles['name']}>{row.name}</span>
              <span className={styles['figure']}>{rateText(row.ratePerSecond)}</span>
              {row.members !== undefined && <span className={styles['aside']}>{countOf(row.members)}</span>}
              {row.worst && (
                <span className={styles['loss']} data-tone={toneOf(row.worst.outcome)}>
                  {row.worst.label} · {shareText(row.lostShare)}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {rows.length > MOST && <p>{(rows.length - MOST).toLocaleString('en')} more: search finds them.</p>}
    </>
  )
}

const countOf = (members: number): string => (members === 1 ? '1 service' : `${members.toLocaleString('en')} services`)
