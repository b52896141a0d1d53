import type { Route, WeightedCluster } from '../envoy/index.ts'
import type { LocalReply } from './decision.ts'
import type { HeaderLine } from './headers/mutate-headers.ts'
import { editResponse } from './headers/response-edits.ts'
import { serverName } from './headers/server-name.ts'
import type { HttpRequest } from './request.ts'

const PLAIN_TEXT: HeaderLine = ['content-type', 'text/plain']

/** An answer of Envoy's own: its edited headers, a content type where there is a body, the server's name [B42] [C96]. */
export function makeReply(
  request: HttpRequest,
  body: string,
  settled: { readonly route: Route | undefined; readonly leg: WeightedCluster | undefined },
  first: readonly HeaderLine[] = [],
): LocalReply {
  const edited = editResponse(first, settled.route, settled.leg, request).filter(([name]) => name !== 'server')
  const server: HeaderLine = ['server', serverName(request.atGateway)]
  return { body, headers: body === '' ? [...edited, server] : [...edited, PLAIN_TEXT, server] }
}
