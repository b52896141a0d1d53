import type { Path } from '../base/origin.ts'

/** `meshscope/v1` Scenario: who calls, how pods behave, what changes when. All paths lead from the resource's own map. */
export interface ScenarioSpec {
  readonly seed: number | undefined
  readonly clients: readonly ScenarioClient[]
  readonly workloads: readonly ScenarioWorkload[]
  readonly steps: readonly ScenarioStep[]
  /** What a presenter goes through, one after the other. */
  readonly presentation: readonly ScenarioSlide[]
  /** Fields that are none and values that could not be read; those count as absent. */
  readonly slips: readonly ScenarioSlip[]
}

export interface ScenarioClient {
  readonly path: Path
  readonly name: string | undefined
  /** `workload` or `workload.namespace`, whose application calls. */
  readonly from: string | undefined
  /** The same of a gateway, which is called from outside. */
  readonly gateway: string | undefined
  /** Requests a second, whatever comes back. */
  readonly ratePerSecond: number | undefined
  /** So many callers, each of whom waits for its answer. */
  readonly concurrency: number | undefined
  readonly pauseMs: number | undefined
  readonly count: number | undefined
  readonly startMs: number | undefined
  readonly endMs: number | undefined
  readonly patienceMs: number | undefined
  /** What it sends, or what its `requests` have in common. */
  readonly request: ScenarioRequest
  readonly requests: readonly ScenarioRequest[]
}

export interface ScenarioRequest {
  readonly path: Path
  readonly label: string | undefined
  readonly url: string | undefined
  readonly method: string | undefined
  readonly headers: Readonly<Record<string, string>>
  /** Relative to the client's other requests. */
  readonly share: number | undefined
}

export type ScenarioLatency =
  | { readonly kind: 'constant'; readonly ms: number }
  | { readonly kind: 'spread'; readonly p50Ms: number; readonly p99Ms: number }

export const FAILURES = ['reset', 'refused', 'hang', 'crash'] as const
export type ScenarioFailure = (typeof FAILURES)[number]

/** How a workload's pods, or one pod, behave from `fromMs` until `toMs`. */
export interface ScenarioWorkload {
  readonly path: Path
  readonly name: string | undefined
  readonly latency: ScenarioLatency | undefined
  readonly errorPercent: number | undefined
  readonly status: number | undefined
  readonly fails: ScenarioFailure | undefined
  readonly ready: boolean | undefined
  /** From a new pod to its first successful probe. */
  readonly startupMs: number | undefined
  /** How long a pod that stops may work at what it has. */
  readonly shutdownMs: number | undefined
  readonly fromMs: number | undefined
  readonly toMs: number | undefined
}

export interface ScenarioStep {
  readonly path: Path
  readonly atMs: number | undefined
  /** `Kind/name` or `Kind/name.namespace`; item i is at `apply[i]`, and empty where a document is written out there. */
  readonly apply: readonly string[]
  /** Documents written out in the step itself. */
  readonly written: readonly Path[]
  readonly delete: readonly string[]
  readonly scale: ScenarioScale | undefined
  /** `deployment/name`, `name` or `name.namespace`. */
  readonly restart: string | undefined
}

/** What a room is shown at a time: a moment of the run, and lines of the text. */
export interface ScenarioSlide {
  readonly path: Path
  readonly title: string | undefined
  /** For the speaker alone. */
  readonly notes: string | undefined
  readonly atMs: number | undefined
  /** False: time stands still there. */
  readonly play: boolean | undefined
  /** `Kind/name` or `Kind/name.namespace`. */
  readonly show: string | undefined
  /** Places in what is shown, as `spec.http.0.route`; item i is at `fields[i]`. */
  readonly fields: readonly string[]
}

export interface ScenarioScale {
  readonly path: Path
  readonly name: string | undefined
  readonly replicas: number | undefined
}

export type ScenarioSlip =
  | { readonly kind: 'no-field'; readonly path: Path; readonly fields: readonly string[] }
  /** `wanted` as in: «spec.seed is …». */
  | { readonly kind: 'unreadable'; readonly path: Path; readonly wanted: string }
