import type { Metrics } from '../../scene/index.ts'

/** Times are those of the timeline. */
export interface MetricsPanelProps {
  /** Undefined while nothing is known yet. */
  readonly metrics: Metrics | undefined
  /** When the run began that the metrics count from. */
  readonly runFromMs: number
  readonly nowMs: number
  readonly totalMs: number
  readonly onSeek: (atMs: number) => void
}
