import { corsResponseHeaders } from '../cors.ts'
import type { Decision } from '../decision.ts'
import type { HttpRequest } from '../request.ts'
import type { HeaderLine } from './mutate-headers.ts'
import { editResponse } from './response-edits.ts'
import { serverName } from './server-name.ts'

/**
 * What the caller gets with a pod's answer, beside the pod's own headers: edits, CORS headers for an allowed origin, and the
 * sidecar's name, which stands where the pod's `server` stood unless an edit removed that [C82] [C96].
 */
export function responseHeaders(decision: Decision, request: HttpRequest): readonly HeaderLine[] {
  const { route, leg } = decision
  const server: HeaderLine = ['server', serverName(decision.atGateway)]
  const edited = editResponse([server], route, leg, request)
  const named = edited.some(([name]) => name === 'server')
    ? edited.map(line => (line[0] === 'server' ? server : line))
    : [...edited, server]
  const lines = route?.cors ? [...named, ...corsResponseHeaders(route.cors, request)] : named
  return decision.setCookie === undefined ? lines : [...lines, ['set-cookie', decision.setCookie]]
}
