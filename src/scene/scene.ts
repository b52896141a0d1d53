import type { Outcome } from './outcome.ts'

/**
 * The way of one request over the stage, in milliseconds after it left the client. It follows from the decision alone, not
 * from pixels, so every number on screen can be computed without a layout. Requests that go the same way share one Course.
 */
export interface Course {
  readonly steps: readonly CourseStep[]
  /** When the deciding event shows: until then the particle is a plain circle. */
  readonly turnsAtMs: number
  /** When it is counted: it reached its pod, reply or hole. */
  readonly landsAtMs: number
  readonly outcome: Outcome
  /** Ids of everything that counts it when it lands: rows, legs, lanes, pods, workloads, holes, replies. */
  readonly touches: readonly string[]
  /** The node or pod where it ends. */
  readonly end: string
  /** Where copies leave, and their own way. */
  readonly ghosts: readonly { readonly startsAtMs: number; readonly steps: readonly CourseStep[] }[]
}

export type CourseStep =
  | { readonly kind: 'travel'; readonly laneId: string; readonly startMs: number; readonly endMs: number }
  /** Stands at the end of the lane: an injected delay (ring closing), or being served in a pod. */
  | {
      readonly kind: 'wait'
      readonly laneId: string
      readonly why: 'delay' | 'served'
      readonly startMs: number
      readonly endMs: number
    }
  /** Over the rim: one and a half turns, shrinking. */
  | { readonly kind: 'sink'; readonly holeId: string; readonly startMs: number; readonly endMs: number }

/** Requests that have landed since the configuration was applied. All numbers on screen come from here, so they add up. */
export interface Tally {
  readonly total: number
  readonly byOutcome: ReadonlyMap<Outcome, number>
  /** By id of row, leg, lane, pod, workload, hole, reply. */
  readonly counts: ReadonlyMap<string, number>
  /** Requests being served, by pod id. */
  readonly inFlight: ReadonlyMap<string, number>
  /**
   * Those that left so long ago that all that left with them have landed. Only of these are shares fair: what dies at once
   * lands before what reaches a pod.
   */
  readonly settled?: Pick<Tally, 'total' | 'counts'>
}

/** One mark on the canvas. */
export interface Particle {
  /** Of the request. */
  readonly number: number
  readonly step: CourseStep
  /** 0 to 1 along the step. */
  readonly fraction: number
  /** `alive` until the deciding event. */
  readonly look: Outcome | 'alive' | 'ghost'
  readonly secondsLeft: number | undefined
}

export interface Headline {
  /** At most two lines: what happens. */
  readonly title: string
  /** One line: why. */
  readonly detail: string
}
