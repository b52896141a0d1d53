import { withCorsHeaders } from '../cors.ts'
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
  const { route, status, details, flags } = decision
  const server: HeaderLine = ['server', serverName(decision.atGateway)]
  const edited = editResponse([server], request, decision, true, { status, noted: status, details, flags })
  const first = edited.findIndex(([name]) => name === 'server')
  const named =
    first < 0
      ? [...edited, server]
      : edited.flatMap((line, i) => (line[0] !== 'server' ? [line] : i === first ? [server] : []))
  const lines = route?.cors ? withCorsHeaders(named, route.cors, request) : named
  const cookies = decision.setCookies?.map((line): HeaderLine => ['set-cookie', line]) ?? []
  return cookies.length === 0 ? lines : [...lines, ...cookies]
}
