import type { Repair } from '../../state/index.ts'
import { FixPreview } from '../diff/FixPreview.tsx'
import { triedInWords } from './hole-words.ts'
import styles from './HoleCard.module.css'

export interface RepairListProps {
  /** Undefined: being tried out. */
  readonly repairs: readonly Repair[] | undefined
  readonly text: string
  readonly onApply: (repair: Repair) => void
}

/** Edits that help, each as a difference, with what it does to the same traffic. */
export function RepairList({ repairs, text, onApply }: RepairListProps) {
  if (!repairs) return <p className={styles['detail']}>Trying out edits on the same traffic …</p>
  if (repairs.length === 0)
    return (
      <p className={styles['detail']}>
        No single edit that Meshscope knows makes fewer requests die. The first place to look is the last line above.
      </p>
    )
  return (
    <FixPreview fixes={repairs} text={text} onApply={onApply} noteOf={({ tried }) => tried && triedInWords(tried)} />
  )
}
