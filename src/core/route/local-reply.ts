import { withCorsHeaders } from './cors.ts'
import type { Decision, LocalReply } from './decision.ts'
import { grpcReply } from './grpc-reply.ts'
import type { HeaderLine } from './headers/mutate-headers.ts'
import { editResponse } from './headers/response-edits.ts'
import { serverName } from './headers/server-name.ts'
import type { HttpRequest } from './request.ts'

const PLAIN_TEXT: HeaderLine = ['content-type', 'text/plain']

/** An answer that the proxy makes up, before anything is edited. */
export interface Made {
  readonly body: string
  readonly headers?: readonly HeaderLine[]
  /** Not the number of the HTTP status: an abort may name its own. */
  readonly grpcStatus?: number
  /** Nobody edits it. */
  readonly isFinal?: true
  /** Made before the CORS filter, or by a route that it takes no notice of. */
  readonly skipsCors?: true
  /** The request had been made ready for its pod by then. */
  readonly wasSent?: boolean
}

type Answered = Pick<
  Decision,
  'route' | 'leg' | 'cluster' | 'endpoint' | 'attempts' | 'status' | 'details' | 'flags' | 'atGateway'
>

/**
 * An answer of Envoy's own: its edited headers, a content type where there is a body and no edit gave one, the server's
 * name [B42] [C96]. To a gRPC caller it is a 200 with the failure in headers.
 */
export function makeReply(
  request: HttpRequest,
  decision: Answered,
  made: Made,
): { readonly status: number; readonly reply: LocalReply } {
  const server: HeaderLine = ['server', serverName(request.atGateway)]
  const { status, details, flags } = decision
  const facts = { status, noted: 0, details, flags }
  const first = made.headers ?? []
  const edited = made.isFinal ? first : editResponse(first, request, decision, made.wasSent ?? false, facts)
  const named = edited.filter(([name]) => name !== 'server')
  const grpc = made.isFinal ? undefined : grpcReply(request, status, made)
  const bare = (grpc ?? (made.body === '' && !made.isFinal)) ? named.filter(([name]) => name !== 'content-type') : named
  const typed = made.body === '' || bare.some(([name]) => name === 'content-type')
  const lines = [...bare, ...(grpc ?? (typed ? [] : [PLAIN_TEXT]))]
  const cors = made.isFinal || made.skipsCors ? undefined : decision.route?.cors
  const headers = [...(cors ? withCorsHeaders(lines, cors, request) : lines), server]
  if (grpc) return { status: 200, reply: { body: '', headers } }
  return { status, reply: { body: carriesBody(request.method, status) ? made.body : '', headers } }
}

/** Answers to HEAD and those of 204 and 304 arrive without a body, whatever is configured. RFC 9110, 6.4.1. */
function carriesBody(method: string, status: number): boolean {
  return method !== 'HEAD' && status !== 204 && status !== 304
}
