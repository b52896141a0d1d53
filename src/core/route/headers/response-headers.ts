import { corsResponseHeaders } from '../cors.ts'
import type { Decision } from '../decision.ts'
import type { HttpRequest } from '../request.ts'
import type { HeaderLine } from './mutate-headers.ts'
import { editResponse } from './response-edits.ts'

const SERVER: HeaderLine = ['server', 'envoy']

/**
 * What the caller gets with a pod's answer, beside the pod's own headers: edits, CORS headers for an allowed origin, and the
 * sidecar's name, which stands where the pod's `server` stood unless an edit removed that [C82] [C96].
 */
export function responseHeaders(decision: Decision, request: HttpRequest): readonly HeaderLine[] {
  const { route, leg } = decision
  const edited = editResponse([SERVER], route, leg, request)
  const named = edited.some(([name]) => name === 'server')
    ? edited.map(line => (line[0] === 'server' ? SERVER : line))
    : [...edited, SERVER]
  return route?.cors ? [...named, ...corsResponseHeaders(route.cors, request)] : named
}
