import type { HttpRequest } from '../request.ts'

const OPERATOR = /%(?:%|REQ\(([^)]+)\)|PROTOCOL%|([A-Z_]+)(?:\([^)]*\))?%)%?/g

/**
 * A header value with Envoy's command operators filled in: `%%`, `%REQ(name)%`, `%PROTOCOL%`; others, which depend on
 * connections that are not modelled, become empty. Envoy, substitution_formatter.cc [C95].
 */
export function formatHeaderValue(value: string, request: HttpRequest): string {
  if (!value.includes('%')) return value
  return value.replace(OPERATOR, (whole, header: string | undefined) => {
    if (whole === '%%') return '%'
    if (header !== undefined) return requestValue(request, header)
    return whole === '%PROTOCOL%' ? 'HTTP/1.1' : ''
  })
}

function requestValue(request: HttpRequest, operand: string): string {
  const name = (operand.split('?')[0] ?? '').toLowerCase()
  switch (name) {
    case ':method':
      return request.method
    case ':path':
      return request.path
    case ':authority':
    case 'host':
      return request.authority
    case ':scheme':
      return request.scheme
    default:
      return request.headers.get(name) ?? ''
  }
}
