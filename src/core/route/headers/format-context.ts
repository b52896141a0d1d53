import type { Endpoint, Route, WeightedCluster } from '../../envoy/index.ts'
import type { HttpRequest } from '../request.ts'
import type { HeaderLine } from './mutate-headers.ts'

/** What operators in header values can speak of. */
export interface FormatContext {
  readonly request: HttpRequest
  readonly path: string
  readonly authority: string
  /** The request's headers as they stand. */
  readonly lines: readonly HeaderLine[]
  readonly routeName: string
  /** Empty before a cluster is chosen. */
  readonly cluster: string
  readonly endpoint: Endpoint | undefined
  readonly attempts: number
  /** On the way back only. */
  readonly answer: AnswerFacts | undefined
}

export interface AnswerFacts {
  /** What the caller gets. */
  readonly status: number
  /** What the proxy has noted by then: 0 where it answers itself. */
  readonly noted: number
  readonly details: string
  readonly flags: string
  readonly lines: readonly HeaderLine[]
}

/** On the way to the pod: nothing is known of it yet. */
export function contextOfRequest(
  request: HttpRequest,
  lines: readonly HeaderLine[],
  route: Route,
  leg: WeightedCluster | undefined,
): FormatContext {
  const { path, authority } = request
  const chosen = { routeName: route.name, cluster: leg?.cluster ?? '', endpoint: undefined, attempts: 1 }
  return { request, path, authority, lines, ...chosen, answer: undefined }
}
