import { Wrench } from 'lucide-react'
import type { Repair } from '../../state/index.ts'
import controls from '../controls.module.css'
import { DiffView } from '../diff/DiffView.tsx'
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
    <ul className={styles['repairs']}>
      {repairs.map((repair, index) => (
        <li key={repair.title}>
          <div className={styles['repair']}>
            <span className={styles['what']}>{repair.title}</span>
            <button
              type="button"
              className={`${(index === 0 ? controls['ink'] : controls['box']) ?? ''} ${controls['small'] ?? ''}`}
              aria-label={`Apply: ${repair.title}`}
              onClick={() => {
                onApply(repair)
              }}
            >
              {index === 0 && <Wrench size={14} strokeWidth={1.75} aria-hidden />}
              Apply
            </button>
          </div>
          {repair.tried && <p className={styles['detail']}>{triedInWords(repair.tried)}</p>}
          <DiffView text={text} edits={repair.edits} />
        </li>
      ))}
    </ul>
  )
}

function triedInWords({ untilMs, lostNow, ofNow, lostThen, ofThen }: NonNullable<Repair['tried']>): string {
  const n = (value: number) => value.toLocaleString('en')
  return `Tried on ${String(Math.round(untilMs / 1000))} s of the same traffic: ${n(lostThen)} of ${n(ofThen)} lost instead of ${n(lostNow)} of ${n(ofNow)}.`
}
