import type { TextEdit } from '../../core/base/text-range.ts'
import { diffLines } from './diff-lines.ts'
import styles from './DiffView.module.css'

export interface DiffViewProps {
  readonly text: string
  readonly edits: readonly TextEdit[]
}

const SIGNS = { same: ' ', removed: '-', added: '+' } as const
const WORDS = { same: '', removed: 'removed: ', added: 'added: ' } as const

/** What edits would do to the text, before they are done. */
export function DiffView({ text, edits }: DiffViewProps) {
  return diffLines(text, edits).map((hunk, i) => (
    <pre key={i} className={styles['diff']} tabIndex={0} role="group" aria-label="The edit">
      {hunk.map(({ kind, text: line, line: number }) => (
        <span key={`${kind} ${String(number)}`} className={styles[kind]}>
          <span className={styles['number']} aria-hidden>
            {number}
          </span>
          <span aria-hidden>{SIGNS[kind]}</span>
          {WORDS[kind] && <span className="visually-hidden">{WORDS[kind]}</span>}
          {line}
          {'\n'}
        </span>
      ))}
    </pre>
  ))
}
