import { countText as count } from '../../core/base/count-text.ts'
import type { GoalState } from '../../lessons/index.ts'
import controls from '../controls.module.css'
import styles from './GoalCard.module.css'

/** What is to come about, and how far it has; the first that has not stands out. */
export function GoalCard({ goals, isMet }: { readonly goals: readonly GoalState[]; readonly isMet: boolean }) {
  const first = goals.findIndex(goal => !goal.isMet)
  const met = goals.filter(goal => goal.isMet).length
  return (
    <section className={styles['goal']} aria-label="Goal" data-met={isMet ? '' : undefined} data-testid="goal">
      <div className={styles['head']}>
        <b>Goal</b>
        <span className={controls['caption']}>
          {met} of {goals.length} met
        </span>
      </div>
      <ul>
        {goals.map((state, i) => (
          <li key={state.goal.title} className={`${styles['row'] ?? ''} ${i === first ? (styles['first'] ?? '') : ''}`}>
            <Row {...state} />
          </li>
        ))}
      </ul>
      <p>Any YAML that does this passes.</p>
    </section>
  )
}

/** The first goal that is not met, else the last one: what is worth knowing while the text is edited. */
export function GoalLine({ goals }: { readonly goals: readonly GoalState[] }) {
  const shown = goals.find(goal => !goal.isMet) ?? goals.at(-1)
  if (!shown) return null
  return (
    <p className={`${styles['row'] ?? ''} ${styles['line'] ?? ''}`} data-testid="goal-line">
      <Row {...shown} />
    </p>
  )
}

const Row = ({ goal, n, of, isMet }: GoalState) => (
  <>
    <Mark isMet={isMet} />
    <span>
      {goal.title}
      <span className="visually-hidden">{isMet ? ', met' : ', not met yet'}: </span>
    </span>
    <span className={styles['number']}>
      {count(n)}
      <span aria-hidden>/</span>
      <span className="visually-hidden"> of </span>
      {count(of)}
    </span>
  </>
)

const Mark = ({ isMet }: { readonly isMet: boolean }) => (
  <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden>
    {isMet ? (
      <>
        <circle r="7" fill="var(--ok)" />
        <path d="M-3 .2L-.9 2.4L3.2-2.2" className={styles['check']} />
      </>
    ) : (
      <circle r="6.5" className={styles['ring']} />
    )}
  </svg>
)
