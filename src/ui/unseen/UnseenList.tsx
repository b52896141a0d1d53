import { EyeOff } from 'lucide-react'
import type { Unseen } from '../../state/index.ts'
import styles from './UnseenList.module.css'

export interface UnseenListProps {
  readonly caller: string
  readonly unseen: readonly Unseen[]
  readonly selected: string | undefined
  readonly onSelect: (id: string) => void
}

/** What is in the text but not in this caller's picture, and which line keeps it away. Folded until asked for. */
export function UnseenList({ caller, unseen, selected, onSelect }: UnseenListProps) {
  if (unseen.length === 0) return undefined
  return (
    <details className={styles['unseen']} data-testid="unseen">
      <summary>
        <EyeOff size={14} strokeWidth={1.75} aria-hidden />
        Not seen by {caller} ({unseen.length})
      </summary>
      <ul>
        {unseen.map(({ id, kind, name, namespace, because, line }) => (
          <li key={id}>
            <button
              type="button"
              disabled={line === undefined}
              aria-pressed={selected === id}
              onClick={() => {
                onSelect(id)
              }}
            >
              <span className={styles['name']}>
                {kind} {name}.{namespace}
              </span>
              <span className={styles['because']}>{because}</span>
              {line !== undefined && <span className={styles['line']}>line {line}</span>}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
