/** What a real Envoy did, and what the simulator makes of the same case: `expected.json` and its shape. */
export interface Recording {
  /** Documents that were refused; then there is nothing else. */
  readonly refused?: readonly Refusal[]
  readonly traffic?: Readonly<Record<string, FlowRecord>>
  readonly ejections?: readonly Ejection[]
  readonly mostEjectedAtOnce?: number
  /** Requests that a pod had at once, at most. */
  readonly maxActive?: Tally
  readonly maxActiveAll?: number
  /** By pod: connections that requests came over. */
  readonly connections?: Readonly<Record<string, ConnectionRecord>>
  /** By cluster: `[address, pod, weight]` in list order. */
  readonly endpoints?: Readonly<Record<string, readonly EndpointLine[]>>
  /** The same once more, each on a fresh proxy. */
  readonly runs?: readonly RunRecord[]
}

export interface RunRecord {
  readonly traffic?: Readonly<Record<string, Partial<FlowRecord>>>
  readonly ejections?: readonly Ejection[]
}

export interface ConnectionRecord {
  readonly connections: number
  /** Number of requests → how many connections carried as many. */
  readonly requestsPerConnection: Tally
}

export type Tally = Readonly<Record<string, number>>
export type HeaderLines = readonly (readonly [name: string, value: string])[]
export type EndpointLine = readonly [address: string, pod: string, weight: number]
/** From the first to the last of these hundreds of milliseconds, in seconds. */
export type Bucket = readonly [first: number, last: number, tally: Tally]

export interface Refusal {
  readonly Kind: string
  readonly Namespace: string
  readonly Name: string
}

/** One flow's requests. Tallies count requests. */
export interface FlowRecord {
  readonly requests: number
  readonly status: Tally
  readonly flags: Tally
  readonly details: Tally
  readonly attempts: Tally
  /** Who answered. */
  readonly pods: Tally
  readonly cluster: Tally
  readonly durationMs: Spread
  /** In sending order: `STATUS [FLAGS] [pods that received a try, a>b>c]`. */
  readonly sequence?: readonly string[]
  /** `[milliseconds after sending, entry]` in order of completion. */
  readonly ordered?: readonly (readonly [ms: number, entry: string])[]
  readonly per100ms?: readonly Bucket[]
  /** Value of what the flow varies → pod. */
  readonly keys?: Readonly<Record<string, string>>
  readonly local?: Readonly<Record<string, { readonly body: string; readonly headers: HeaderLines }>>
  readonly responseHeaders?: Readonly<Record<string, HeaderLines>>
  /** Between the arrivals of try n and try n + 1. */
  readonly gapsMs?: Readonly<Record<string, Spread>>
  readonly attemptHeader?: Tally
  readonly distinctPods?: Tally
  readonly copies?: Tally
  readonly copiesPerRequest?: Tally
  readonly copiesByCluster?: Tally
  readonly copiesCutOffAfterMs?: Spread
  readonly callerGaveUp?: number
  /** By workload. */
  readonly received?: Readonly<Record<string, Arrival>>
  /** Cookies that were set, in the order of the requests. */
  readonly setCookie?: readonly string[]
}

/** A request as it reached a pod. */
export interface Arrival {
  readonly method: string
  readonly path: string
  readonly headers: HeaderLines
}

export interface Spread {
  readonly n: number
  readonly min: number
  readonly p10: number
  readonly median: number
  readonly p90: number
  readonly max: number
  readonly mean: number
}

export interface Ejection {
  /** Seconds. */
  readonly t: number
  readonly pod: string
  readonly action: 'EJECT' | 'UNEJECT'
  readonly type: string
  /** Only noted; nothing happens. */
  readonly enforced?: false
}
