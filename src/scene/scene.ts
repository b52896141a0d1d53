import type { Outcome } from './outcome.ts'

/**
 * The way of one request over the stage, in milliseconds after it left the client. It follows from the decision and the
 * tries as they were, not from pixels, so every number on screen can be computed without a layout. Requests that go the same
 * way in the same times share one Course.
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
  /** Tries that came to nothing while another followed, or the proxy answered itself: they stay until the answer. */
  readonly failed: readonly FailedTry[]
  /** When pods had it. */
  readonly served: readonly Serving[]
  /** How often it was tried upstream; absent: never, or nobody knows. */
  readonly tries?: number
}

interface Span {
  readonly startMs: number
  readonly endMs: number
}

/** Where a try ended, as what, and for how long that shows. */
export interface FailedTry extends Span {
  readonly laneId: string
  readonly attempt: number
  readonly look: Outcome
  readonly pod?: string
}

export interface Serving extends Span {
  readonly podId: string
}

/** `attempt` is there from the second try on. */
export type CourseStep = TravelStep | WaitStep | SinkStep

interface TravelStep extends Span {
  readonly kind: 'travel'
  readonly laneId: string
  /** On the way to a workload: to which of its pods. */
  readonly pod?: string
  readonly attempt?: number
}

/**
 * Stands at the end of the lane. Before the pod: an injected delay, a queue for a connection, the back-off before a try. At the
 * pod: it does not take the connection, serves, or lets the time run out; it has answered; a try that failed there; a copy has come.
 */
export interface WaitStep extends Span {
  readonly kind: 'wait'
  readonly laneId: string
  readonly pod?: string
  readonly why: 'delay' | 'queue' | 'back-off' | 'connect' | 'served' | 'time-out' | 'answered' | 'failed' | 'copied'
  readonly attempt?: number
}

/** Over the rim: one and a half turns, shrinking. */
interface SinkStep extends Span {
  readonly kind: 'sink'
  readonly holeId: string
  readonly attempt?: number
}

/** Requests that have landed since the configuration was applied. All numbers on screen come from here, so they add up. */
export interface Tally {
  readonly total: number
  readonly byOutcome: ReadonlyMap<Outcome, number>
  /** By id of row, leg, lane, pod, workload, hole, reply. */
  readonly counts: ReadonlyMap<string, number>
  /** How many tries upstream they made; absent: nobody knows. */
  readonly tries?: number
  /** Tries being served, by pod id. */
  readonly inFlight: ReadonlyMap<string, number>
  /** How many are still on their way; absent: none. */
  readonly underWay?: number
  /**
   * Those that left before the first one that is still on its way. Only these are a fair sample, by which a share is judged:
   * what dies at once lands before what reaches a pod. They are told nowhere.
   */
  readonly settled?: Pick<Tally, 'total' | 'counts'>
  /** What landed lately. */
  readonly recent?: Recent
  /** When the last one that failed had left; absent: none failed. */
  readonly lastFailedMs?: number
}

/** Landed within the last seconds. */
export interface Recent {
  readonly total: number
  /** Those that fail, by where their course ends; a pod's errors under `app-error`. */
  readonly failed: ReadonlyMap<string, number>
}

/** One mark on the canvas. */
export interface Particle {
  /** Of the request. */
  readonly number: number
  /** Id of the request's class; absent: nobody knows. */
  readonly requestClass?: string
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
