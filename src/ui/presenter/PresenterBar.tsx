import { ArrowLeft, ArrowRight, Pause, Play } from 'lucide-react'
import { seconds } from '../timeline/clock-text.ts'
import type { TimelineProps } from '../timeline/Timeline.tsx'
import { Track } from '../timeline/Track.tsx'
import styles from './Presenter.module.css'

interface PresenterBarProps {
  readonly time: TimelineProps
  /** From 1. */
  readonly step: number
  readonly steps: number
  /** Undefined: this is the last one. */
  readonly next: string | undefined
  readonly onBack: () => void
  readonly onNext: () => void
}

/** Time, and the way to the next step, which its button names. */
export function PresenterBar({ time, step, steps, next, onBack, onNext }: PresenterBarProps) {
  const { nowMs, playing } = time
  return (
    <section className={styles['bar']} aria-label="Time and steps" data-testid="presenter-bar">
      <button
        type="button"
        className={styles['play']}
        aria-label={playing ? 'Pause' : 'Play'}
        title={playing ? 'Pause  Space' : 'Play  Space'}
        onClick={time.onPlayPause}
      >
        {playing ? <Pause aria-hidden /> : <Play aria-hidden />}
      </button>
      <div className={styles['now']}>{seconds(nowMs, 2)}</div>
      <div className={styles['track']}>
        <Track {...time} barMs={time.barMs ?? 500} />
      </div>
      <button
        type="button"
        className={styles['back']}
        aria-label="Previous step"
        title="Previous step  PageUp"
        disabled={step <= 1}
        onClick={onBack}
      >
        <ArrowLeft aria-hidden />
      </button>
      <div className={styles['count']} data-testid="presenter-step">
        <b>{step}</b> / {steps}
      </div>
      <button
        type="button"
        className={styles['next']}
        title="Next step  PageDown"
        disabled={next === undefined}
        onClick={onNext}
      >
        <span>{next === undefined ? 'The end' : `Next: ${next}`}</span>
        {next !== undefined && <ArrowRight aria-hidden />}
      </button>
    </section>
  )
}
