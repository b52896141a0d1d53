import { below } from '../base/origin.ts'
import type { EnvoyConfig, FilterChain, GatewayServerRef, Listener, VirtualHost } from '../envoy/index.ts'
import { arriveAtGateway } from './arrive-at-gateway.ts'
import { noAnswer } from './connect.ts'
import { NO_MIRRORS } from './course.ts'
import type { Decision } from './decision.ts'
import type { ChosenChain } from './filter-chain.ts'
import { chooseChain } from './filter-chain.ts'
import { makeReply } from './local-reply.ts'
import type { HttpRequest } from './request.ts'
import { viewRequest } from './request-view.ts'
import type { TraceStep } from './trace.ts'

type HttpChain = FilterChain & { readonly kind: 'http' }
type TcpChain = FilterChain & { readonly kind: 'tcp' }

/** Where a connection from outside ends up: answered at once, passed on as bytes, or opened as HTTP. */
export type Entrance =
  | { readonly kind: 'closed'; readonly decision: Decision }
  | { readonly kind: 'bytes'; readonly chosen: ChosenChain; readonly chain: TcpChain }
  | { readonly kind: 'http'; readonly chain: HttpChain; readonly request: HttpRequest }

/**
 * A connection from outside: no name is looked up; the gateway's Service leads the port that was dialled to a listener, which
 * chooses by the server name that TLS asks for. Plain text and TLS do not understand each other.
 */
export function enterGateway(config: EnvoyConfig, sent: HttpRequest, steps: TraceStep[] | undefined): Entrance {
  const port = config.entryPorts?.get(sent.dialPort)
  const listener = port === undefined ? undefined : listenerAt(config, port)
  const chosen = listener && chooseChain(listener, listener.address, sent)
  steps?.push({
    kind: 'gateway-listener',
    name: listener?.name,
    port: sent.dialPort,
    targetPort: port,
    origin: chosen?.origin ?? listener?.origin,
  })
  if (!listener || !chosen) {
    return { kind: 'closed', decision: noAnswer(missing(sent.dialPort, port), steps) }
  }
  const { chain } = chosen
  if (chain.kind === 'tcp') return { kind: 'bytes', chosen, chain }
  const isTls = sent.scheme === 'https'
  if (chain.kind !== 'http') {
    const because = isTls ? `no server takes TLS for ${sent.dialHost}` : 'the servers of this port take TLS only'
    return { kind: 'closed', decision: noAnswer(because, steps) }
  }
  if (isTls !== (chain.terminatesTls ?? false)) {
    const because = isTls
      ? 'the server speaks plain HTTP, and the client TLS'
      : 'the server speaks TLS, and the client plain HTTP'
    return { kind: 'closed', decision: noAnswer(because, steps) }
  }
  return { kind: 'http', chain, request: arriveAtGateway(sent) }
}

/** One for any address before one that is bound to an address of its own. */
function listenerAt({ listeners }: EnvoyConfig, port: number): Listener | undefined {
  const found = listeners.filter(listener => listener.port === port)
  return found.find(({ address }) => address === '0.0.0.0') ?? found[0]
}

function missing(port: number, targetPort: number | undefined): string {
  return targetPort === undefined
    ? `the gateway’s Service has no port ${String(port)}`
    : `no Gateway has a server that the gateway listens for on port ${String(port)}`
}

/** The answer for a host that no virtual host of the gateway has [A26]. */
export function unknownHost(
  request: HttpRequest,
  servers: readonly GatewayServerRef[],
  steps: TraceStep[] | undefined,
): Decision {
  steps?.push({ kind: 'no-virtual-host', authority: request.authority, servers, origin: servers[0]?.origin })
  const because = `No route for host ${request.authority}, so no pod saw it.`
  return answer(404, 'NR', 'route_not_found', request, undefined, because, steps, servers[0])
}

/** A host that asks for TLS sends plain HTTP on to https [A24]. Envoy, config_impl.cc, SslRedirectRoute. */
export function redirectToHttps(
  request: HttpRequest,
  virtualHost: VirtualHost,
  steps: TraceStep[] | undefined,
): Decision {
  const location = `https://${request.authority}${viewRequest(request).pathAndQuery}`
  const because = `The server asks for https, so it sends plain HTTP on to ${location}.`
  const [server] = virtualHost.servers ?? []
  return answer(301, '-', 'direct_response', request, location, because, steps, server, virtualHost)
}

function answer(
  status: number,
  flags: string,
  details: string,
  request: HttpRequest,
  location: string | undefined,
  because: string,
  steps: TraceStep[] | undefined,
  server: GatewayServerRef | undefined,
  virtualHost?: VirtualHost,
): Decision {
  const origin = server && (location === undefined ? server.origin : below(server.origin, 'tls', 'httpsRedirect'))
  steps?.push({ kind: 'answer', status, flags, details, by: 'the gateway itself', because, origin })
  const decision = {
    outcome: 'http' as const,
    status,
    flags,
    details,
    virtualHost,
    route: undefined,
    leg: undefined,
    cluster: '-' as const,
    endpoint: undefined,
    attempts: 0,
    delayMs: 0,
    mirrors: NO_MIRRORS,
  }
  const made = { body: '', headers: location === undefined ? [] : [['location', location] as const] }
  const { status: shown, reply } = makeReply(request, decision, made)
  return { ...decision, status: shown, localReply: reply }
}
