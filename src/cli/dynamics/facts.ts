import type { Observation } from './observe.ts'
import type { Recording } from './recording.ts'
import type { TimedCase } from './timed-case.ts'
import type { Tolerance } from './tolerances.ts'

/** All that a comparison needs to know of a case. */
export interface Facts {
  readonly one: TimedCase
  readonly recording: Recording
  readonly tolerance: Tolerance
  readonly moments: readonly number[]
  readonly backOffMs: number
  readonly baseEjectionMs: number
  /** The run of a seed. */
  readonly run: (seed: number) => Observation
  readonly isLeftOut: (field: string) => boolean
}
