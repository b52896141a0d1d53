import type { ProxyId } from '../base/ids.ts'
import type { DnsEntry, EnvoyConfig, Listener, Refusal } from '../envoy/index.ts'
import type { Chance } from './chance.ts'
import type { Decision } from './decision.ts'
import { NO_MIRRORS } from './course.ts'
import type { ChosenChain } from './filter-chain.ts'
import { CATCH_ALL } from './listeners.ts'
import type { HttpRequest } from './request.ts'
import { bytesTarget } from './through-tcp.ts'
import type { TraceStep } from './trace.ts'

const IP_ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$|:/

/** The address that the application's resolver gives it, an address itself included; undefined where there is none. */
export function resolve(
  config: EnvoyConfig,
  request: HttpRequest,
  chance: Chance,
  steps: TraceStep[] | undefined,
): string | undefined {
  const entry = lookUp(config, request.dialHost)
  const address = entry ? anAddress(entry, chance) : IP_ADDRESS.test(request.dialHost) ? request.dialHost : undefined
  steps?.push({ kind: 'dns', name: request.dialHost, address, origin: entry?.origin })
  return address
}

/** A host of its own, else the narrowest `*.` that covers it. */
function lookUp({ dns }: EnvoyConfig, host: string): DnsEntry | undefined {
  const entry = dns.get(host)
  if (entry) return entry
  for (let dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
    const wildcard = dns.get(`*${host.slice(dot)}`)
    if (wildcard) return wildcard
  }
  return undefined
}

function anAddress({ addresses }: DnsEntry, chance: Chance): string | undefined {
  return addresses.length > 1 ? addresses[chance.pick(addresses.length)] : addresses[0]
}

/** Tells which listener takes the connection, and what it takes the bytes for. */
export function tellListener(
  listener: Listener | undefined,
  chosen: ChosenChain | undefined,
  address: string,
  request: HttpRequest,
  caller: ProxyId,
  steps: TraceStep[] | undefined,
): void {
  steps?.push({
    kind: 'listener',
    name: listener?.name,
    protocol: protocolOf(listener, chosen, request),
    caller: caller.slice(0, caller.lastIndexOf('.')),
    dialled: `${address}:${String(request.dialPort)}`,
    origin: chosen?.origin,
  })
}

function protocolOf(
  listener: Listener | undefined,
  chosen: ChosenChain | undefined,
  request: HttpRequest,
): (TraceStep & { readonly kind: 'listener' })['protocol'] {
  const bytes = chosen && bytesTarget(chosen.chain, request)
  if (bytes?.kind !== 'tcp') return 'http'
  if (listener?.name === CATCH_ALL) return 'passthrough'
  return request.scheme === 'https' ? 'tls' : 'tcp'
}

const NOTHING: Decision = {
  outcome: 'dns-failure',
  status: 0,
  flags: '-',
  details: '',
  virtualHost: undefined,
  route: undefined,
  leg: undefined,
  cluster: '-',
  endpoint: undefined,
  attempts: 0,
  delayMs: 0,
  mirrors: NO_MIRRORS,
  localReply: undefined,
}

/** The name does not resolve: no proxy sees the request. */
export function dnsFailure(name: string, steps: TraceStep[] | undefined): Decision {
  const because = `${name} does not resolve`
  steps?.push({ kind: 'answer', status: 0, flags: '-', details: '', by: 'DNS', because, origin: undefined })
  return NOTHING
}

/** Nothing takes connections to that address and port. */
export function noListener(address: string, port: number, steps: TraceStep[] | undefined): Decision {
  return noAnswer(`nothing listens at ${address}:${String(port)}`, steps)
}

/** The connection fails before any proxy could answer. */
export function noAnswer(because: string, steps: TraceStep[] | undefined): Decision {
  steps?.push({ kind: 'answer', status: 0, flags: '-', details: '', by: 'the network', because, origin: undefined })
  return { ...NOTHING, outcome: 'no-listener' }
}

/** The proxy is shown as a new one: without older routes to keep, its listener takes no connection. */
export function routesRefused({ reason, origin }: Refusal, steps: TraceStep[] | undefined): Decision {
  steps?.push({ kind: 'refused', reason, origin })
  return { ...noAnswer('the sidecar has no routes for this port', steps), details: ROUTES_REFUSED }
}

/** Not Envoy's: its log has no line for a request that it never takes. */
const ROUTES_REFUSED = 'routes_refused'
