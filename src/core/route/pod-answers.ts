import type { Endpoint } from '../envoy/index.ts'
import type { HttpRequest } from './request.ts'

/**
 * What one try meets: a status, a connection that ends before the answer, or none that comes about (its port is closed, or
 * nobody says anything).
 */
interface PodAnswer {
  readonly status: number | 'reset' | 'refused' | 'connect-timeout'
  readonly latencyMs: number
}

/** How pods behave, for whoever knows it. `attempt` counts from 1. */
export type PodAnswers = (endpoint: Endpoint | undefined, request: HttpRequest, attempt: number) => PodAnswer
