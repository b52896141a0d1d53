import type { Decision } from './decision.ts'
import type { HttpRequest } from './request.ts'
import type { Trace } from './trace.ts'
import { receivedRequest } from './headers/received-request.ts'

/**
 * The caller's access-log line in Istio's default format, `-` for what is not known here; undefined where no proxy logs
 * the request, or what it logs is not known. Istio, pilot/pkg/model/telemetry_logging.go, EnvoyTextLogFormat.
 */
export function accessLogLine(
  request: HttpRequest,
  decision: Decision,
  trace: Trace,
  atMs: number,
): string | undefined {
  const dns = trace.find(step => step.kind === 'dns')
  const dialled = dns?.address === undefined ? '-' : `${dns.address}:${String(request.dialPort)}`
  if (decision.outcome === 'tcp') return connectionLine(request, decision, dialled, atMs)
  if (decision.outcome !== 'http' || !decision.virtualHost) return undefined
  const { status, flags, details, cluster, endpoint, localReply, delayMs, upstreamMs, route } = decision
  const took = localReply ? String(Math.round(delayMs + (upstreamMs ?? 0))) : '-'
  const upstreamTook = upstreamMs === undefined || localReply ? '-' : String(Math.round(upstreamMs))
  const received = receivedRequest(decision, request).headers.find(([name]) => name === 'host')?.[1]
  return [
    `[${(atMs / 1000).toFixed(3)} s]`,
    `"${request.method} ${request.path} HTTP/1.1"`,
    status,
    flags,
    details,
    '-',
    '"-"',
    isBodyless(request.method) ? '0' : '-',
    localReply ? localReply.body.length : '-',
    took,
    upstreamTook,
    quote(request.headers.get('x-forwarded-for')),
    quote(request.headers.get('user-agent')),
    quote(request.headers.get('x-request-id')),
    quote(localReply ? request.authority : received),
    quote(endpoint && `${endpoint.address}:${String(endpoint.port)}`),
    cluster,
    '-',
    dialled,
    '-',
    '-',
    route?.name || '-',
  ].join(' ')
}

/**
 * Of a connection whose bytes go on as they are, where it comes to nothing: then no byte was read. Where none comes about
 * the one attempt that there is was the last. Envoy, tcp_proxy.cc, establishUpstreamConnection.
 */
function connectionLine(
  { scheme, dialHost }: HttpRequest,
  { flags, cluster, endpoint }: Decision,
  dialled: string,
  atMs: number,
): string | undefined {
  if (flags === '-') return undefined
  return [
    `[${(atMs / 1000).toFixed(3)} s]`,
    '"- - -" 0',
    flags === 'UF' ? 'URX,UF' : flags,
    '- - "-" 0 0 - - "-" "-" "-" "-"',
    quote(endpoint && `${endpoint.address}:${String(endpoint.port)}`),
    // What there is not has no name there.
    flags === 'NC' ? '-' : cluster,
    '-',
    dialled,
    '-',
    scheme === 'https' ? dialHost : '-',
    '-',
  ].join(' ')
}

const quote = (value: string | undefined): string => `"${value ?? '-'}"`

const isBodyless = (method: string): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method)
