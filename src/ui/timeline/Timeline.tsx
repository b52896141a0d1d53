import { Pause, Play, StepBack, StepForward } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Outcome } from '../../scene/index.ts'
import { seconds } from './clock-text.ts'
import { SpeedMenu } from './SpeedMenu.tsx'
import type { TimelineMark } from './timeline-mark.ts'
import { Track } from './Track.tsx'
import styles from './Timeline.module.css'

export interface TimelineProps {
  readonly nowMs: number
  readonly totalMs: number
  /** Requests landed in each stretch of `barMs`. */
  readonly bars: readonly ReadonlyMap<Outcome, number>[]
  /** How long a bar is; half a second where not told. */
  readonly barMs?: number
  readonly marks: readonly TimelineMark[]
  /** When the followed request was sent. */
  readonly focusMs?: number | undefined
  readonly playing: boolean
  readonly speed: number
  readonly seed: number
  /** Whose requests these are, where the picture is not of one caller. */
  readonly seenBy?: string | undefined
  readonly onPlayPause: () => void
  readonly onStep: (by: 1 | -1) => void
  readonly onScrub: (atMs: number) => void
  readonly onSpeed: (speed: number) => void
}

/** What came of the requests over time, and the moment that the picture shows. */
export function Timeline(props: TimelineProps): ReactNode {
  const { nowMs, totalMs, playing, speed, seed, seenBy } = props
  const name = seenBy === undefined ? 'Time' : `Time, seen by ${seenBy}`
  return (
    <section className={styles['timeline']} data-testid="timeline" aria-label={name}>
      <div className={styles['buttons']}>
        <button
          type="button"
          className={styles['play']}
          aria-label={playing ? 'Pause' : 'Play'}
          title={playing ? 'Pause  Space' : 'Play  Space'}
          onClick={props.onPlayPause}
        >
          {playing ? <Pause size={15} aria-hidden="true" /> : <Play size={15} aria-hidden="true" />}
        </button>
        <button
          type="button"
          className={styles['step']}
          aria-label="One event back"
          title="One event back  ,"
          onClick={() => props.onStep(-1)}
        >
          <StepBack size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={`${styles['step']} ${styles['forward']}`}
          aria-label="One event forward"
          title="One event forward  ."
          onClick={() => props.onStep(1)}
        >
          <StepForward size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      <div className={styles['clock']}>
        <div className={styles['now']} data-testid="time">
          {seconds(nowMs, 2)}
        </div>
        <div className={styles['pace']}>
          of {seconds(totalMs, 0)} at <SpeedMenu speed={speed} onSpeed={props.onSpeed} />
        </div>
        {seenBy !== undefined && <div className={styles['whose']}>seen by {seenBy}</div>}
      </div>
      <Track {...props} barMs={props.barMs ?? 500} />
      <div className={styles['seed']}>
        <div>seed</div>
        <b>{seed}</b>
      </div>
    </section>
  )
}
