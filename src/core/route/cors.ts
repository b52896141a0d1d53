import type { CorsConfig } from '../envoy/index.ts'
import type { HeaderLine } from './headers/mutate-headers.ts'
import { compileValue } from './match/value.ts'
import type { HttpRequest } from './request.ts'

/** Whether the policy allows the request's origin; an exact `*` allows every one. Envoy, cors_filter.cc [C80]. */
function allowsOrigin(cors: CorsConfig, origin: string): boolean {
  return cors.allowOrigins.some(
    match => (match.kind === 'exact' && match.value === '*') || compileValue(match).test(origin),
  )
}

/** An OPTIONS request that asks for leave: it names its origin and the method to come [C81]. */
export function isPreflight(request: HttpRequest): boolean {
  return (
    request.method === 'OPTIONS' &&
    (request.headers.get('origin') ?? '') !== '' &&
    (request.headers.get('access-control-request-method') ?? '') !== ''
  )
}

/**
 * Headers of the answer to a preflight, or undefined where it goes on to the pod: an origin that does not match does so
 * unless the policy ignores such ones. A `*` echoes what was asked for. Envoy, cors_filter.cc, decodeHeaders [C81].
 */
export function preflightHeaders(cors: CorsConfig, request: HttpRequest): readonly HeaderLine[] | undefined {
  const origin = request.headers.get('origin') ?? ''
  const allowed = allowsOrigin(cors, origin)
  if (!allowed && cors.forwardUnmatchedPreflights) return undefined
  const methods = cors.allowMethods === '*' ? request.headers.get('access-control-request-method') : cors.allowMethods
  const headers =
    cors.allowHeaders === '*' ? (request.headers.get('access-control-request-headers') ?? '') : cors.allowHeaders
  const lines: HeaderLine[] = allowed ? [...originHeaders(cors, origin)] : []
  if (methods !== undefined && methods !== '') lines.push(['access-control-allow-methods', methods])
  if (headers !== '' || cors.allowHeaders === '*') lines.push(['access-control-allow-headers', headers])
  if (cors.maxAge !== undefined) lines.push(['access-control-max-age', cors.maxAge])
  if (allowed && cors.exposeHeaders !== '') lines.push(['access-control-expose-headers', cors.exposeHeaders])
  return lines
}

/**
 * An answer's headers with those that an allowed origin gets on its way back; they take the place of edits that set the
 * same. Envoy, cors_filter.cc, encodeHeaders [C82].
 */
export function withCorsHeaders(
  lines: readonly HeaderLine[],
  cors: CorsConfig,
  request: HttpRequest,
): readonly HeaderLine[] {
  const origin = request.headers.get('origin')
  if (origin === undefined || origin === '' || !allowsOrigin(cors, origin)) return lines
  const exposed: readonly HeaderLine[] =
    cors.exposeHeaders === '' ? [] : [['access-control-expose-headers', cors.exposeHeaders]]
  return [...originHeaders(cors, origin), ...exposed].reduce(setLine, lines)
}

function setLine(lines: readonly HeaderLine[], line: HeaderLine): readonly HeaderLine[] {
  const at = lines.findIndex(([name]) => name === line[0])
  return at < 0
    ? [...lines, line]
    : lines.flatMap((other, i) => (other[0] !== line[0] ? [other] : i === at ? [line] : []))
}

function originHeaders(cors: CorsConfig, origin: string): readonly HeaderLine[] {
  const allow: HeaderLine = ['access-control-allow-origin', origin]
  return cors.allowCredentials === true ? [allow, ['access-control-allow-credentials', 'true']] : [allow]
}
