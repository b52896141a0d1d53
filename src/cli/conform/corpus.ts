/** What a corpus holds, as its files say it. */
export interface Case {
  readonly name: string
  readonly config: string
  /** How pods behave, by workload; others answer 200 at once. */
  readonly pods: Readonly<Record<string, PodBehaviour>>
  readonly requests: readonly CaseRequest[]
}

export interface PodBehaviour {
  readonly latencyMs: number
  /** A status, or `reset`. */
  readonly answer: string | undefined
}

export interface CaseRequest {
  readonly id: string
  /** `workload` or `workload.namespace`; undefined where the request arrives at a gateway. */
  readonly from: string | undefined
  readonly gateway: string | undefined
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly count: number
}

export interface ExpectedCase {
  readonly admission: Readonly<Record<string, { readonly rejected?: object; readonly warnings?: readonly string[] }>>
  readonly requests: Readonly<Record<string, ExpectedRequest>>
}

export type Tally = Readonly<Record<string, number>>
export type HeaderLines = readonly (readonly [name: string, value: string])[]

export interface ExpectedRequest {
  readonly outcome: string
  readonly reason?: string
  /** A tally over requests for HTTP, one name for TCP. */
  readonly cluster?: Tally | string
  readonly status?: Tally
  readonly flags?: Tally
  readonly details?: Tally
  readonly route?: Tally
  readonly attempts?: Tally
  readonly workloads?: Tally
  readonly podHits?: Tally
  readonly mirrored?: Tally
  readonly mirrorHost?: string
  readonly received?: { readonly path: string; readonly headers: HeaderLines }
  readonly responseHeaders?: HeaderLines
  readonly localBody?: string
  readonly localHeaders?: HeaderLines
  readonly durationMs?: { readonly min: number; readonly median: number; readonly max: number }
}

export interface Family {
  readonly name: string
  readonly cases: readonly Case[]
  readonly expected: Readonly<Record<string, ExpectedCase>>
}
