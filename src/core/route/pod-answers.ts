import type { Endpoint } from '../envoy/index.ts'
import type { HttpRequest } from './request.ts'

/** What one try meets: a status, or a connection that ends before the answer. */
interface PodAnswer {
  readonly status: number | 'reset'
  readonly latencyMs: number
}

/** How pods behave, for whoever knows it. `attempt` counts from 1. */
export type PodAnswers = (endpoint: Endpoint | undefined, request: HttpRequest, attempt: number) => PodAnswer
