import type { HeaderLine } from './headers/mutate-headers.ts'
import type { HttpRequest } from './request.ts'

const INTERNAL = 13
const UNAVAILABLE = 14
const UNKNOWN = 2

/** gRPC's number for an HTTP status; others are UNKNOWN. Envoy, grpc/status.cc, httpToGrpcStatus. */
const NUMBERS: Readonly<Record<number, number>> = {
  400: INTERNAL,
  401: 16,
  403: 7,
  404: 12,
  429: UNAVAILABLE,
  502: UNAVAILABLE,
  503: UNAVAILABLE,
  504: UNAVAILABLE,
}

/**
 * How Envoy tells a gRPC caller of an answer of its own; undefined for other callers.
 * Envoy, http/utility.cc, Utility::prepareLocalReply.
 */
export function grpcReply(
  request: HttpRequest,
  status: number,
  { body, grpcStatus }: { readonly body: string; readonly grpcStatus?: number },
): readonly HeaderLine[] | undefined {
  if (!isGrpc(request)) return undefined
  const lines: HeaderLine[] = [
    ['content-type', 'application/grpc'],
    ['grpc-status', String(grpcStatus ?? NUMBERS[status] ?? UNKNOWN)],
  ]
  return body === '' || request.method === 'HEAD' ? lines : [...lines, ['grpc-message', percentEncoded(body)]]
}

/** Envoy, grpc/common.cc, Common::isGrpcRequestHeaders. */
export function isGrpc(request: HttpRequest): boolean {
  return /^application\/grpc(?:$|\+)/.test(request.headers.get('content-type') ?? '')
}

/** What is not printable, and the percent sign itself. Envoy, utility.cc, PercentEncoding::encode. */
function percentEncoded(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[^ -$&-~]/gu, encodeURIComponent)
}
