import { EDGE_HEADERS, INTERNAL_HEADERS } from './headers/internal-headers.ts'
import type { HttpRequest } from './request.ts'

/** A client somewhere outside (an address that is kept for documentation). */
const SOMEWHERE_OUTSIDE = '203.0.113.7'

/**
 * A request from outside as a gateway takes it: the client's address is added to x-forwarded-for and set as
 * x-envoy-external-address; headers that only proxies inside may set are taken away. What the client says of its protocol
 * does not count. Envoy, conn_manager_utility.cc, mutateRequestHeaders with use_remote_address.
 */
export function arriveAtGateway(request: HttpRequest): HttpRequest {
  if (request.atGateway) return request
  const client = request.clientAddress ?? SOMEWHERE_OUTSIDE
  const headers = new Map<string, string>()
  for (const [name, value] of request.headers) {
    if (!INTERNAL_HEADERS.has(name) && !EDGE_HEADERS.has(name) && !UNTRUSTED.has(name)) headers.set(name, value)
  }
  const through = headers.get('x-forwarded-for')
  headers.set('x-forwarded-for', through === undefined ? client : `${through},${client}`)
  headers.set('x-envoy-external-address', client)
  return { ...request, headers, atGateway: true }
}

/** A certificate that nobody showed, and a protocol that the connection does not have. */
const UNTRUSTED = new Set(['x-forwarded-client-cert', 'x-forwarded-proto'])
