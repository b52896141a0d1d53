import type { ErrorKind } from '../../core/simulate/index.ts'
import type { Span } from '../metrics/metrics.ts'

/**
 * What the clusters of a proxy have under way over a stretch of a run. Plain data with times of the stage: what a cluster
 * has at once was there at once, for as long as it was; all of it shows later by the way that requests have to its gate.
 */
export interface PoolFilm extends Span {
  readonly pools: readonly PoolReel[]
}

export interface PoolReel {
  readonly cluster: string
  /** By time; the first holds from the beginning. */
  readonly phases: readonly PoolPhase[]
  /** Requests that wait or are in flight within the stretch, mirrored copies too. */
  readonly streams: readonly PoolStream[]
  readonly errors: readonly ErrorReel[]
  /** Connections to each pod, idle ones included. */
  readonly connections: readonly ConnectionReel[]
}

/** What holds of a cluster until the next phase. */
export interface PoolPhase {
  readonly fromMs: number
  readonly limits: PoolLimits
  /** How many errors in a row eject a pod, by what counts as one; none: nobody counts. */
  readonly thresholds: readonly { readonly kind: CountedKind; readonly threshold: number }[]
  readonly pods: readonly string[]
}

/** Undefined: as many as there are. */
export interface PoolLimits {
  readonly connections: number | undefined
  readonly pending: number | undefined
  readonly requests: number | undefined
}

export interface PoolStream {
  /** Undefined: an address that the mesh does not know. */
  readonly pod: string | undefined
  readonly fromMs: number
  /** When it got a connection; Infinity: never. */
  readonly sentMs: number
  readonly endMs: number
}

/** `open[i]` from `atMs[i]` on, none before. */
export interface ConnectionReel {
  readonly pod: string
  readonly atMs: readonly number[]
  readonly open: readonly number[]
}

/** Failures to connect may be counted apart; how often a connection came about no log tells, so they are left out. */
export type CountedKind = Exclude<ErrorKind, 'consecutive-local-origin-failure'>

/** Errors in a row of one pod: `counts[i]` from `atMs[i]` on, none before. */
export interface ErrorReel {
  readonly pod: string
  readonly kind: CountedKind
  readonly atMs: readonly number[]
  readonly counts: readonly number[]
}
