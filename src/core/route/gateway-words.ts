import type { GatewayServerRef, VirtualHostSource } from '../envoy/index.ts'
import type { StepWords } from './step-words.ts'
import type { TraceStep } from './trace.ts'

type Step<Kind extends TraceStep['kind']> = Extract<TraceStep, { kind: Kind }>

/** Where a request from outside comes in. */
export function gatewayListenerWords({ name, port, targetPort }: Step<'gateway-listener'>): StepWords {
  if (targetPort === undefined) {
    return { mark: 'lost', title: 'No way in', detail: `the gateway’s Service has no port ${String(port)}` }
  }
  const way = `port ${String(port)} of the gateway’s Service leads to port ${String(targetPort)} of its pods`
  if (name === undefined) {
    return { mark: 'lost', title: 'No listener', detail: `${way}; no server of a Gateway is there` }
  }
  return { mark: 'dot', title: `Listener ${name.replace('_', ':')}`, detail: way }
}

/** Why no host of the gateway took the request: no server has it, or no VirtualService that is bound there. */
export function noVirtualHostWords({ authority, servers }: Step<'no-virtual-host'>): StepWords {
  const host = authority.replace(/:\d+$/, '').toLowerCase()
  const taking = servers.filter(({ hosts }) => hosts.some(wanted => covers(wanted, host)))
  const detail =
    taking.length > 0
      ? `${serversInWords(taking)} ${verbFor(taking)} it, but no VirtualService for it is bound there`
      : `no server has it: ${servers.map(server => `${shortName(server)} has ${server.hosts.join(', ')}`).join('; ')}`
  return { mark: 'lost', title: `No virtual host for ${authority}`, detail }
}

/** `Gateway default/edge`, `Gateways default/edge and default/inner`. */
export function serversInWords(servers: readonly GatewayServerRef[]): string {
  const names = [...new Set(servers.map(({ gateway, kind }) => displayName(gateway, kind)))]
  return `${names.length > 1 ? 'Gateways' : 'Gateway'} ${inWords(names)}`
}

/** `VirtualServices shop and cart, merged`. */
export function sourceInWords({ kind, name, merged = [] }: VirtualHostSource): string {
  if (merged.length === 0) return `${kind} ${name}`
  return `${kind}s ${inWords([name, ...merged.map(other => other.name)])}, merged`
}

function covers(wanted: string, host: string): boolean {
  const name = wanted.slice(wanted.indexOf('/') + 1).toLowerCase()
  return name === '*' || name === host || (name.startsWith('*') && host.endsWith(name.slice(1)))
}

const shortName = ({ gateway, kind }: GatewayServerRef): string => `Gateway ${displayName(gateway, kind)}`

/** Without what istiod appends to a Kubernetes Gateway's name. */
const displayName = (gateway: string, kind: GatewayServerRef['kind']): string =>
  kind === 'Gateway' ? gateway : (gateway.split('~')[0] ?? gateway)

/** `takes` after one of them, `take` after several. */
export const verbFor = (servers: readonly GatewayServerRef[]): string =>
  new Set(servers.map(({ gateway }) => gateway)).size > 1 ? 'take' : 'takes'

const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
