import type { Range } from '../expected-range.ts'
import type { Outcome } from '../outcome.ts'

/** A stretch of a run, in milliseconds after its start. */
export interface Span {
  readonly fromMs: number
  readonly untilMs: number
}

/**
 * What became of the requests that left in a span. Counts are of those that the stage counts by its end (`landed`), so that
 * they agree with the picture, and so are series; latencies are of simulated time, in which requests take as long as they take.
 */
export interface Metrics extends Span {
  readonly all: Figures
  /** In the order of the traffic. */
  readonly clients: readonly ClientFigures[]
  readonly latency: Latency
  readonly splits: readonly Split[]
  /** The most frequent first. */
  readonly statuses: readonly StatusCount[]
  readonly retries: Retries
  readonly places: Places
  readonly series: Series
}

export interface Figures {
  readonly landed: number
  readonly succeeded: number
  /** Over the full stretches of the series; 0 before the first is over. */
  readonly offeredPerSecond: number
  /** The same from the first stretch on that follows one with an answer: before it all were on their way. */
  readonly answeredPerSecond: number
  readonly percentiles: Percentiles | undefined
}

export interface ClientFigures extends Figures {
  readonly id: string
}

/** Of all values, this share is not greater: 50, 90, 99 in 100. */
export interface Percentiles {
  readonly p50: number
  readonly p90: number
  readonly p99: number
}

/** From when the caller sent a request to when it had its answer, or left. */
export interface Latency {
  readonly percentiles: Percentiles | undefined
  /** Those between the first and the last that hold something. */
  readonly bins: readonly Bin[]
}

/** From `fromMs` on, below `toMs`. */
export interface Bin {
  readonly fromMs: number
  readonly toMs: number
  readonly count: number
}

/** One destination of a rule that has several. */
export interface Split {
  /** Of the leg. */
  readonly id: string
  readonly ruleId: string
  /** In a sentence: `rule 2`; with the host where there are several. */
  readonly rule: string
  readonly label: string
  /** As the weights say, 0 to 1. */
  readonly set: number
  readonly count: number
  /** What the rule sent to any of its destinations. */
  readonly of: number
  /** Where 95 of 100 such runs lie; undefined where nothing was counted. */
  readonly range: Range | undefined
  readonly verdict: Verdict
}

/**
 * `expected`: within the range. `chance`: outside, as happens once in `oneIn` times. `unlikely`: chance hardly explains it.
 * `early`: outside because what is quick is counted first; of all that left the share is as it should be.
 */
export type Verdict =
  { readonly kind: 'none' | 'expected' | 'early' } | { readonly kind: 'chance' | 'unlikely'; readonly oneIn: number }

export interface StatusCount {
  /** `503 UH`: status and flags as Envoy logs them. */
  readonly label: string
  readonly outcome: Outcome
  readonly count: number
}

/** How many tries upstream the landed requests made; what a limit turned away never went upstream. */
export interface Retries {
  readonly requests: number
  readonly tries: number
  /** Requests that were tried more than once. */
  readonly retried: number
  /** Tries that the rules allow these requests. */
  readonly atMost: number
}

/** Where the landed requests and their tries went. */
export interface Places {
  readonly pods: readonly PodCount[]
  /** Requests that no pod was chosen for. */
  readonly nowhere: number
  /** Requests whose last try a limit of the proxy turned away: no pod ever heard of it. */
  readonly turnedAway: number
}

export interface PodCount {
  /** On the stage; undefined: outside the mesh. */
  readonly id: string | undefined
  readonly pod: string
  /** Requests whose last try it got. */
  readonly requests: number
  readonly tries: number
  /** Tries without an answer below 500. */
  readonly failed: number
  /** How long it took to answer; undefined where it never did. */
  readonly percentiles: Percentiles | undefined
}

/** Requests in equal stretches of time from the span's start. */
export interface Series {
  readonly stepMs: number
  /** Full ones only. */
  readonly stretches: readonly Stretch[]
  /** What came after them: with it they add up to all that have landed. */
  readonly rest: Stretch
}

export interface Stretch {
  readonly offered: number
  /** Those that landed in this stretch: answered, lost or given up. */
  readonly answered: number
  /** Of these. */
  readonly succeeded: number
}
