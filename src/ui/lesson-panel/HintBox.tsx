import { Lightbulb } from 'lucide-react'
import { useMemo } from 'react'
import { replacedSpan } from '../../editor/replaced-span.ts'
import type { Hint, Task } from '../../lessons/index.ts'
import controls from '../controls.module.css'
import { FixPreview } from '../diff/FixPreview.tsx'
import { Prose } from './Prose.tsx'
import styles from './HintBox.module.css'

const KINDS = ['a nudge, not the answer', 'where to look', 'which field']

export interface HintBoxProps {
  readonly task: Task
  /** How many are told; one more than there are: the solution too. */
  readonly told: number
  readonly text: string
  readonly onMore: () => void
  /** Shows where it is. */
  readonly onShow: (hint: Hint) => void
  /** Does it to the text. */
  readonly onApply: (solution: string) => void
}

/** One hint at a time, and in the end what it comes to, written out but not done. */
export function HintBox({ task: { hints, solution }, told, text, onMore, onShow, onApply }: HintBoxProps) {
  const fix = useMemo(
    () => (text === solution ? undefined : { title: 'One way to do it', edits: [replacedSpan(text, solution)] }),
    [text, solution],
  )
  const isLast = told >= hints.length
  return (
    <div className={styles['hints']} data-testid="hints">
      <div aria-live="polite" className={styles['told']}>
        {hints.slice(0, told).map((hint, i) => (
          <div key={hint.words} className={styles['hint']}>
            <Lightbulb size={16} strokeWidth={1.75} aria-hidden />
            <p>
              <span className="visually-hidden">Hint {i + 1}: </span>
              <Prose>{hint.words}</Prose>
              {hint.place && (
                <button
                  type="button"
                  className={styles['show']}
                  onClick={() => {
                    onShow(hint)
                  }}
                >
                  Show me
                </button>
              )}
            </p>
          </div>
        ))}
      </div>
      {told > hints.length && fix && (
        <FixPreview
          fixes={[fix]}
          text={text}
          onApply={() => {
            onApply(solution)
          }}
        />
      )}
      {told <= hints.length && (
        <button type="button" className={styles['more']} onClick={onMore}>
          <Lightbulb size={16} strokeWidth={1.75} aria-hidden />
          <span>{isLast ? 'Solution' : `Hint ${String(told + 1)} of ${String(hints.length)}`}</span>
          <span className={controls['caption']}>{isLast ? 'written out, not applied' : KINDS[told]}</span>
        </button>
      )}
    </div>
  )
}
