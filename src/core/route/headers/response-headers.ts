import { corsResponseHeaders } from '../cors.ts'
import type { Decision } from '../decision.ts'
import type { HttpRequest } from '../request.ts'
import type { HeaderLine } from './mutate-headers.ts'
import { editResponse } from './response-edits.ts'

/** What the sidecar adds to a pod's answer: the edits, its own name, CORS headers for an allowed origin [C82] [C96]. */
export function responseHeaders(decision: Decision, request: HttpRequest): readonly HeaderLine[] {
  const { route, leg } = decision
  const edited = editResponse([], route, leg, request).filter(([name]) => name !== 'server')
  const cors = route?.cors ? corsResponseHeaders(route.cors, request) : []
  return [...edited, ['server', 'envoy'], ...cors]
}
