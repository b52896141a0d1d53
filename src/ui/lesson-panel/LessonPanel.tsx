import { ArrowLeft, ArrowRight, ChevronsDownUp, ChevronsUpDown } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { GoalState, Lesson, Step } from '../../lessons/index.ts'
import controls from '../controls.module.css'
import { GoalCard, GoalLine } from './GoalCard.tsx'
import { Prose } from './Prose.tsx'
import styles from './LessonPanel.module.css'

export interface LessonPanelProps {
  readonly lesson: Lesson
  readonly index: number
  readonly step: Step
  readonly goals: readonly GoalState[]
  readonly isMet: boolean
  /** Numbers of steps, from 0, whose tasks were done once. */
  readonly done: ReadonlySet<number>
  /** The step, from 0, whose repair this one speaks of but that the text does not have. */
  readonly lacks: number | undefined
  readonly onGoTo: (step: number) => void
  /** Where Next leads from the last step. */
  readonly after: string
  readonly onBack: (() => void) | undefined
  readonly onNext: () => void
  readonly onStartOver: () => void
  /** On a phone it shares the screen, and can be folded to what is to be done; undefined: it has a place of its own. */
  readonly fold: { readonly folded: boolean; readonly onFold: (folded: boolean) => void } | undefined
  /** Hints. */
  readonly children: ReactNode
}

/** One idea beside the picture, and what is to be done about it. */
export function LessonPanel(props: LessonPanelProps) {
  const { lesson, index, step, goals, isMet, done, lacks, onGoTo, after, onBack, onNext, onStartOver, fold, children } =
    props
  const { steps } = lesson
  const isLast = index === steps.length - 1
  const folded = fold?.folded === true
  const nextStep = isLast ? after : 'Next'
  const scroll = useRef<HTMLDivElement>(null)
  useEffect(() => {
    scroll.current?.scrollTo(0, 0)
  }, [lesson, index, folded])
  return (
    <section className={styles['panel']} aria-label="Lesson" data-folded={folded ? '' : undefined} data-testid="lesson">
      <div ref={scroll} className={styles['scroll']}>
        <div className={styles['at']} aria-live="polite">
          <p className={styles['where']}>
            {!folded && <span>{lesson.section}</span>}
            <span>
              Step {index + 1} of {steps.length}
            </span>
          </p>
          {!folded && (
            <ol className={styles['pips']} aria-hidden>
              {steps.map(({ title, task }, i) => (
                <li key={title} data-is={pipOf(i - index, task !== undefined, done.has(i))} />
              ))}
            </ol>
          )}
          <div className={styles['title']}>
            <h2 id="lesson-title" tabIndex={-1}>
              <Prose>{step.title}</Prose>
            </h2>
            {fold && (
              <button
                type="button"
                className={`${controls['button'] ?? ''} ${controls['square'] ?? ''}`}
                aria-label="The lesson’s words"
                aria-expanded={!folded}
                onClick={() => {
                  fold.onFold(!folded)
                }}
              >
                {folded ? (
                  <ChevronsUpDown size={18} strokeWidth={1.75} aria-hidden />
                ) : (
                  <ChevronsDownUp size={18} strokeWidth={1.75} aria-hidden />
                )}
              </button>
            )}
            {folded && (
              <button
                type="button"
                className={`${controls['ink'] ?? ''} ${controls['square'] ?? ''} ${styles['next'] ?? ''}`}
                aria-label={nextStep}
                data-ready={isMet ? '' : undefined}
                onClick={onNext}
              >
                <ArrowRight size={16} strokeWidth={1.75} aria-hidden />
              </button>
            )}
          </div>
          {folded && <GoalLine goals={goals} />}
          {!folded && lacks !== undefined && (
            <p className={styles['lacks']} data-testid="lacks">
              <span>
                This step speaks of the repaired text. The goal of step {lacks + 1} is not met{' '}
                {done.has(lacks) ? 'now' : 'yet'}.
              </span>
              <button
                type="button"
                className={`${controls['box'] ?? ''} ${controls['small'] ?? ''}`}
                onClick={() => {
                  onGoTo(lacks)
                }}
              >
                To step {lacks + 1}
              </button>
            </p>
          )}
        </div>
        {!folded &&
          step.words.map(words => (
            <p key={words} className={styles['words']}>
              <Prose>{words}</Prose>
            </p>
          ))}
        {!folded && step.task && <GoalCard goals={goals} isMet={isMet} />}
        {!folded && step.task && children}
      </div>
      {!folded && (
        <div className={styles['foot']}>
          <button
            type="button"
            className={`${controls['box'] ?? ''} ${styles['back'] ?? ''}`}
            disabled={!onBack}
            onClick={onBack}
          >
            <ArrowLeft size={16} strokeWidth={1.75} aria-hidden />
            <span>Back</span>
          </button>
          <button
            type="button"
            className={controls['button']}
            title="The text as this step begins"
            onClick={onStartOver}
          >
            Start over
          </button>
          <button
            type="button"
            className={`${controls['ink'] ?? ''} ${styles['next'] ?? ''}`}
            data-ready={isMet ? '' : undefined}
            onClick={onNext}
          >
            {nextStep}
            <ArrowRight size={16} strokeWidth={1.75} aria-hidden />
          </button>
        </div>
      )}
    </section>
  )
}

/** How a step that is so many behind (or ahead) looks: one whose task was passed over is hollow. */
const pipOf = (ahead: number, hasTask: boolean, isDone: boolean): 'here' | 'past' | 'open' | undefined => {
  if (ahead === 0) return 'here'
  if (isDone) return 'past'
  return ahead > 0 ? undefined : hasTask ? 'open' : 'past'
}
