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
  const lines = grpc ? withGrpc(named, grpc) : typed(named, made)
  const cors = made.isFinal || made.skipsCors ? undefined : decision.route?.cors
  const headers = [...(cors ? withCorsHeaders(lines, cors, request) : lines), server]
  if (grpc) return { status: 200, reply: { body: '', headers } }
  return { status, reply: { body: carriesBody(request.method, status) ? made.body : '', headers } }
}

/** An edit's content type keeps its place only. Envoy, utility.cc, Utility::prepareLocalReply. */
function withGrpc(lines: readonly HeaderLine[], [type, ...grpc]: readonly HeaderLine[]): readonly HeaderLine[] {
  if (!type || !lines.some(([name]) => name === type[0])) return [...lines, ...(type ? [type] : []), ...grpc]
  return [...lines.map(line => (line[0] === type[0] ? type : line)), ...grpc]
}

function typed(lines: readonly HeaderLine[], { body, isFinal }: Made): readonly HeaderLine[] {
  if (body === '') return isFinal ? lines : lines.filter(([name]) => name !== 'content-type')
  return lines.some(([name]) => name === 'content-type') ? lines : [...lines, PLAIN_TEXT]
}

/** Answers to HEAD and those of 204 and 304 arrive without a body, whatever is configured. RFC 9110, 6.4.1. */
function carriesBody(method: string, status: number): boolean {
  return method !== 'HEAD' && status !== 204 && status !== 304
}
