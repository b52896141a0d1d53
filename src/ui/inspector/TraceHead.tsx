import { ArrowLeft, ArrowRight } from 'lucide-react'
import { countText } from '../../core/base/count-text.ts'
import type { Explanation } from '../../state/index.ts'
import controls from '../controls.module.css'
import { TraceMark } from './TraceMark.tsx'
import styles from './TracePanel.module.css'

export interface TraceHeadProps {
  readonly explanation: Explanation
  readonly onNext: (by: 1 | -1) => void
}

/** Response flags of requests that reached no pod, or were turned away. */
const FLAGS_OF_LOSS = /N[RC]|U[HFO]/

/** Which request it is, what became of it, and the ways to its neighbours. */
export function TraceHead({ explanation, onNext }: TraceHeadProps) {
  const { status, flags } = explanation
  const lost = status !== undefined && (status === 0 || status >= 500 || FLAGS_OF_LOSS.test(flags))
  return (
    <div className={styles['head']}>
      <span className={styles['outcome']} data-lost={lost}>
        <TraceMark mark={status === undefined ? 'dot' : lost ? 'lost' : 'answered'} />
      </span>
      <div>
        <h3>Request {countText(explanation.number)}</h3>
        <p className={controls['caption']}>
          {explanation.method} {explanation.url}, left at {(explanation.atMs / 1000).toFixed(2)} s
          {explanation.headers.map(([name, value]) => (
            <span key={name} className={`${controls['mono'] ?? ''} ${styles['header'] ?? ''}`}>
              {name}: {value}
            </span>
          ))}
        </p>
      </div>
      <button
        type="button"
        className={`${controls['button'] ?? ''} ${controls['small'] ?? ''}`}
        aria-label="Previous request"
        title="Previous request ( [ )"
        onClick={() => {
          onNext(-1)
        }}
      >
        <ArrowLeft size={16} strokeWidth={1.75} aria-hidden />
      </button>
      <button
        type="button"
        className={`${controls['button'] ?? ''} ${controls['small'] ?? ''}`}
        aria-label="Next request"
        title="Next request ( ] )"
        onClick={() => {
          onNext(1)
        }}
      >
        <ArrowRight size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </div>
  )
}
