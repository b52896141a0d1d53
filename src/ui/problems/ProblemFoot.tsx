import { Check, CircleX } from 'lucide-react'
import controls from '../controls.module.css'
import { KeyCaps } from '../key-caps/KeyCaps.tsx'
import { keyWords } from '../key-caps/platform-keys.ts'
import { ProblemList } from './ProblemList.tsx'
import type { ProblemListProps } from './ProblemList.tsx'
import { useNextOffer } from './use-next-offer.ts'
import styles from './ProblemList.module.css'

export interface ProblemFootProps extends Omit<ProblemListProps, 'detailed' | 'onLeave'> {
  /** Some text has been read: before that nobody knows whether there are any. */
  readonly known: boolean
  /** Requests are lost, whatever the text looks like. */
  readonly loses: boolean
}

/** Under the editor: three problems' height, then it scrolls; or that there are none, and how Tab is freed. */
export function ProblemFoot(props: ProblemFootProps) {
  const { problems, known, loses, text } = props
  const { hold, leave } = useNextOffer(text)
  if (problems.length === 0) {
    return (
      <div ref={hold} tabIndex={-1} className={styles['foot']} data-testid="problems">
        {!known ? null : loses ? (
          <CircleX size={16} strokeWidth={1.75} color="var(--lost)" aria-hidden />
        ) : (
          <Check size={16} strokeWidth={1.75} color="var(--ok)" aria-hidden />
        )}
        {known && <span>{loses ? 'Requests are lost: trace one' : 'No problems'}</span>}
        <span className={styles['spring']} />
        {!loses && <span className={styles['aside']}>Tab indents.</span>} <KeyCaps keys="Ctrl M" />{' '}
        <span>frees Tab</span>
      </div>
    )
  }
  return (
    <section ref={hold} className={styles['section']} data-testid="problems" aria-label="Problems">
      <h2 className={styles['head']}>
        Problems <span className={controls['count']}>{problems.length}</span>
        <span className={styles['spring']} />
        <span className={controls['caption']}>F8 next · {keyWords('Ctrl M')} frees Tab</span>
      </h2>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label="List of problems">
        <ProblemList {...props} detailed={false} onLeave={leave} />
      </div>
    </section>
  )
}
