import { below } from '../../base/origin.ts'
import type { FilterChain, Listener, MatchedChain } from '../../envoy/index.ts'
import { isHttp, parseProtocol } from '../../mesh/index.ts'
import type { MeshService } from '../../mesh/index.ts'
import type { ConsolidatedRule } from '../consolidated-rule.ts'
import { autoPassthroughChains } from './auto-passthrough.ts'
import type { MergedPort, MergedServer } from './merge-servers.ts'
import { isPassthrough, terminatesHttps } from './server-kind.ts'
import type { TcpInput } from './tcp-chains.ts'
import { namesOf, tcpChain, tlsChains } from './tcp-chains.ts'

const ANY = '0.0.0.0'
const CLOSE: FilterChain = { kind: 'close' }

export interface GatewayListenersInput {
  readonly ports: readonly MergedPort[]
  readonly tcpInput: (server: MergedServer, known: Map<string, string>) => TcpInput
  readonly services: Iterable<MeshService>
  readonly ruleFor: (service: MeshService) => ConsolidatedRule | undefined
}

/**
 * A gateway's listeners: one for each port and bind address, with a chain for plain HTTP, or one for each TLS server by its
 * server names. A port without any chain has no listener. Istio, buildGatewayListeners.
 */
export function buildGatewayListeners(input: GatewayListenersInput): readonly Listener[] {
  const listeners = new Map<string, Listener>()
  const known = new Map<number, Map<string, string>>()
  for (const port of input.ports) {
    const names = known.get(port.number) ?? new Map<string, string>()
    known.set(port.number, names)
    const own = chainsOf(port, names, input)
    if (own.length === 0) continue
    const address = port.bind || ANY
    const name = `${address}_${String(port.number)}`
    const before = listeners.get(name)
    listeners.set(name, {
      name,
      address,
      port: port.number,
      ...joinChains([...chainsBefore(before), ...own]),
      origin: before ? before.origin : originOf(port),
    })
  }
  return [...listeners.values()]
}

/** The chain for any connection stands apart from those for some server names. */
function joinChains(chains: readonly MatchedChain[]): Pick<Listener, 'chain' | 'chains'> {
  const matched = chains.filter(({ serverNames }) => serverNames)
  const rest = chains.find(({ serverNames }) => !serverNames)
  return { chain: rest?.chain ?? CLOSE, ...(matched.length > 0 && { chains: matched }) }
}

function chainsBefore(listener: Listener | undefined): readonly MatchedChain[] {
  if (!listener) return []
  const { chain, chains = [], origin } = listener
  return chain.kind === 'close' ? chains : [...chains, { chain, origin }]
}

const originOf = ({ servers }: MergedPort): Listener['origin'] => {
  const [first] = servers
  return first && below(first.server.origin, 'port')
}

function chainsOf(
  port: MergedPort,
  known: Map<string, string>,
  { tcpInput, services, ruleFor }: GatewayListenersInput,
): readonly MatchedChain[] {
  if (isHttp(parseProtocol(port.protocol))) {
    return [{ chain: { kind: 'http', routeConfig: port.routeName }, origin: originOf(port) }]
  }
  return port.servers.flatMap((merged): readonly MatchedChain[] => {
    const { server, routeName } = merged
    const { origin, tls } = server
    if (terminatesHttps(server)) {
      const chain: FilterChain = { kind: 'http', routeConfig: routeName, terminatesTls: true }
      return [{ ...namesOf(bareHosts(merged)), chain, origin }]
    }
    if (isPassthrough(server)) {
      if (tls?.mode === 'AUTO_PASSTHROUGH') return autoPassthroughChains(merged, services, ruleFor)
      return tlsChains(merged, tcpInput(merged, known))
    }
    const found = tcpChain(merged, tcpInput(merged, known))
    return found ? [{ ...(tls && namesOf(bareHosts(merged))), ...found }] : []
  })
}

/** A server's hosts as clients ask for them. Istio, GetSNIHostsForServer. */
const bareHosts = ({ server }: MergedServer): readonly string[] =>
  server.hosts.map(host => host.slice(host.indexOf('/') + 1))
