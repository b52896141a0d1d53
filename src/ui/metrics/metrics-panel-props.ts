import type { Metrics, Tally } from '../../scene/index.ts'

/** What a pod has at the shown moment. */
export interface PodNowFigures {
  /** As on the stage; undefined: not known. */
  readonly inFlight: number | undefined
  /** So far, since the metrics count. */
  readonly ejections: number
}

export type PodsNow = (id: string | undefined) => PodNowFigures

/** Times are those of the timeline. */
export interface MetricsPanelProps {
  /** Undefined while nothing is known yet. */
  readonly metrics: Metrics | undefined
  /** What the stage counts at the shown moment, which the metrics are a moment behind of while time goes on. */
  readonly tally: Tally
  /** No change began the numbers anew before the shown moment. */
  readonly unchanged: boolean
  readonly podsNow: PodsNow
  /** When the run began that the metrics count from. */
  readonly nowMs: number
  readonly totalMs: number
  readonly onSeek: (atMs: number) => void
}
