import { useEffect, useState } from 'react'
import type { Example } from '../../help/index.ts'
import type { Measured } from '../../state/index.ts'
import controls from '../controls.module.css'
import type { HelpContentProps } from './help-content-props.ts'
import { MeasuredWords } from './MeasuredWords.tsx'
import styles from './Help.module.css'

export interface ExampleSectionProps extends Pick<HelpContentProps, 'onMeasure' | 'onTryOut'> {
  readonly code: string
  readonly texts: Example
}

const SIDES = [
  ['broken', 'Broken'],
  ['repaired', 'Repaired'],
] as const
const MARKS = { same: ' ', broken: '-', repaired: '+' } as const
const SPOKEN = { broken: 'removed: ', repaired: 'added: ' } as const

/** An example with its repair: what both come to, played just now, and the lines that make the difference. */
export function ExampleSection({ code, texts, onMeasure, onTryOut }: ExampleSectionProps) {
  const [measured, setMeasured] = useState<Partial<Record<'broken' | 'repaired', Measured>>>({})
  useEffect(() => {
    let wanted = true
    for (const [side] of SIDES) {
      void onMeasure(texts[side]).then(found => {
        if (wanted && found) setMeasured(before => ({ ...before, [side]: found }))
      })
    }
    return () => {
      wanted = false
    }
  }, [onMeasure, texts])
  return (
    <section aria-label="Example">
      <h4>An example</h4>
      <div className={styles['sides']}>
        {SIDES.map(([side, words]) => (
          <section key={side} className={styles['side']} data-side={side} aria-label={words}>
            <h5>{words}</h5>
            <MeasuredWords measured={measured[side]} />
            <button
              type="button"
              className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`}
              onClick={() => {
                onTryOut(texts[side], `${code}, ${side}`)
              }}
            >
              Open {side}
            </button>
          </section>
        ))}
      </div>
      <pre className={styles['diff']} tabIndex={0} aria-label="Both in one, with what changes">
        {texts.lines.map(({ kind, text }, index) => (
          <span key={index} data-kind={kind}>
            <span aria-hidden>{MARKS[kind]} </span>
            {kind !== 'same' && <span className="visually-hidden">{SPOKEN[kind]}</span>}
            {text}
            {'\n'}
          </span>
        ))}
      </pre>
    </section>
  )
}
