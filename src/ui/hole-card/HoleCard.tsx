import { ListTree, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { countText } from '../../core/base/count-text.ts'
import { wordsOf } from '../../scene/index.ts'
import controls from '../controls.module.css'
import { ConfirmCommands } from '../inspector/ConfirmCommands.tsx'
import { CodeLink } from '../problems/CodeLink.tsx'
import inspector from '../inspector/Inspector.module.css'
import { CauseList } from './CauseList.tsx'
import { LogLine } from './LogLine.tsx'
import { RepairList } from './RepairList.tsx'
import type { HoleCardProps } from './hole-card-props.ts'
import { deathsInWords, timesInWords } from './hole-words.ts'
import styles from './HoleCard.module.css'

/** A black hole told: what dies there, since when, why, what would help, and how a real cluster shows it. */
export function HoleCard(props: HoleCardProps) {
  const { hole, explanation, repairs, classes, onClose } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [hole.id])
  return (
    <section
      data-testid="hole-card"
      aria-label={`Black hole ${hole.label}`}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <div className={styles['head']} data-outcome={hole.outcome}>
        <span className={styles['disc']} aria-hidden />
        <div>
          <h3 ref={heading} tabIndex={-1} className={styles['label']}>
            {hole.label}
          </h3>
          <p className={styles['cause']}>{hole.cause === '' ? wordsOf(hole.outcome) : hole.cause}</p>
        </div>
        <button
          type="button"
          className={`${controls['button'] ?? ''} ${controls['square'] ?? ''}`}
          aria-label="Close the card"
          title="Close (Esc)"
          onClick={onClose}
        >
          <X size={16} strokeWidth={1.75} aria-hidden />
        </button>
        <p className={styles['numbers']}>{deathsInWords(props)}</p>
        <p className={styles['times']}>{timesInWords(props)}</p>
        {classes.length > 1 && (
          <ul className={styles['classes']} aria-label="By kind of request">
            {classes.map(({ label, count }) => (
              <li key={label}>
                <b>{countText(count)}</b> {label}
              </li>
            ))}
          </ul>
        )}
      </div>
      {explanation?.death && (
        <>
          <div className={inspector['section']}>
            <h3>Why</h3>
            <CauseList chain={explanation.death.chain} onReveal={props.onReveal} />
            {explanation.death.problems.length > 0 && (
              <ul className={styles['problems']} aria-label="Problems at these places">
                {explanation.death.problems.map(({ code, title }) => (
                  <li key={`${code} ${title}`}>
                    <CodeLink code={code} />
                    <span>{title}</span>
                  </li>
                ))}
              </ul>
            )}
            <p className={styles['follow']}>
              <button
                type="button"
                className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`}
                onClick={props.onTrace}
              >
                <ListTree size={14} strokeWidth={1.75} aria-hidden />
                Trace request {countText(explanation.number)}
              </button>
            </p>
          </div>
          <div className={inspector['section']}>
            <h3>Nearest repairs</h3>
            <RepairList repairs={repairs} text={props.text} onApply={props.onApply} />
          </div>
          <LogLine explanation={explanation} />
          <ConfirmCommands commands={explanation.confirm} onCopy={props.onCopy} />
        </>
      )}
    </section>
  )
}
