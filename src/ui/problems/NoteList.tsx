import { ProblemList } from './ProblemList.tsx'
import type { ProblemListProps } from './ProblemList.tsx'
import styles from './ProblemList.module.css'

/** More than these say nothing new; the text marks them all. */
const MOST_NOTES = 100

/** What of the text the picture simplifies or leaves out. Folded: it is no problem of the text. */
export function NoteList(props: Omit<ProblemListProps, 'detailed'>) {
  const { length } = props.problems
  if (length === 0) return undefined
  return (
    <details className={styles['notes']} data-testid="notes">
      <summary>Simplified or left out here ({length})</summary>
      <ProblemList {...props} problems={props.problems.slice(0, MOST_NOTES)} detailed />
    </details>
  )
}
