import type { Measured } from '../../state/index.ts'
import { answerLines, problemLines } from './measured-lines.ts'
import styles from './Help.module.css'

/** What a text comes to; the place is kept free while that is being worked out. */
export function MeasuredWords({ measured }: { readonly measured: Measured | undefined }) {
  if (!measured) return <p className={styles['measured']}>…</p>
  return (
    <ul className={styles['measured']}>
      {[...problemLines(measured), ...answerLines(measured)].map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
