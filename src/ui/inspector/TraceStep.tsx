import { stepWords } from '../../core/route/index.ts'
import type { LocatedStep } from '../../state/index.ts'
import { Breakable } from './Breakable.tsx'
import { DrawBar } from './DrawBar.tsx'
import { TraceMark } from './TraceMark.tsx'
import { LineLink } from '../line-link/LineLink.tsx'
import styles from './TracePanel.module.css'

export interface TraceStepProps {
  readonly located: LocatedStep
  readonly onReveal: (step: LocatedStep) => void
  readonly onHover: (step: LocatedStep | undefined) => void
}

/** One step: its mark, what happened and why, and the line behind it. */
export function TraceStep({ located, onReveal, onHover }: TraceStepProps) {
  const { step, line } = located
  const words = stepWords(step)
  return (
    <li
      className={styles['step']}
      data-mark={words.mark}
      onPointerEnter={() => {
        onHover(located)
      }}
      onPointerLeave={() => {
        onHover(undefined)
      }}
    >
      <span className={styles['node']}>
        <TraceMark mark={words.mark} />
      </span>
      <span className={styles['title']}>{words.title}</span>
      {line === undefined ? (
        <span />
      ) : (
        <LineLink
          line={line}
          onReveal={() => {
            onReveal(located)
          }}
        />
      )}
      {words.code !== undefined && (
        <code className={styles['code']}>
          <Breakable text={words.code} />
        </code>
      )}
      {step.kind === 'draw' && step.value !== undefined && words.parts ? (
        <DrawBar draw={{ value: step.value, options: step.options }} words={words.parts} />
      ) : (
        words.detail !== '' && <span className={styles['detail']}>{words.detail}</span>
      )}
    </li>
  )
}
