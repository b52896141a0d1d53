import type { Metrics, Tally } from '../../scene/index.ts'

/** Times are those of the timeline. */
export interface MetricsPanelProps {
  /** Undefined while nothing is known yet. */
  readonly metrics: Metrics | undefined
  /** What the stage counts at the shown moment, which the metrics are a moment behind of while time goes on. */
  readonly tally: Tally
  /** When the run began that the metrics count from. */
  readonly runFromMs: number
  readonly nowMs: number
  readonly totalMs: number
  readonly onSeek: (atMs: number) => void
}
