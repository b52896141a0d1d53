import type { Origin } from '../base/origin.ts'
import type { FilterChain, Listener, MatchedChain } from '../envoy/index.ts'
import { rangeLength } from './address-range.ts'
import type { HttpRequest } from './request.ts'

export interface ChosenChain {
  readonly chain: FilterChain
  readonly origin: Origin | undefined
}

/**
 * The filter chain that takes a connection: those with the narrowest range around the address that was dialled, of these
 * those with the best server name, of these those for plain HTTP or for anything. Each step is final: where the next finds
 * none, the default chain takes it. Envoy, filter_chain_manager_impl.cc, findFilterChain.
 */
export function chooseChain(listener: Listener, address: string, request: HttpRequest): ChosenChain {
  const fallback: ChosenChain = { chain: listener.chain, origin: listener.origin }
  if (!listener.chains) return fallback
  const isTls = request.scheme === 'https'
  const byAddress = withBest(listener.chains, ({ destinations }) => addressScore(destinations, address))
  const byName = withBest(byAddress, ({ serverNames }) => nameScore(serverNames, isTls ? request.dialHost : ''))
  const [found] = isTls ? byName.filter(one => !one.plainHttp) : withBest(byName, one => (one.plainHttp ? 1 : 0))
  return found ?? fallback
}

/** Those with the highest score; a negative one is no match. */
function withBest(chains: readonly MatchedChain[], scoreOf: (chain: MatchedChain) => number): readonly MatchedChain[] {
  const best = Math.max(-1, ...chains.map(scoreOf))
  return best < 0 ? [] : chains.filter(chain => scoreOf(chain) === best)
}

function addressScore(destinations: readonly string[] | undefined, address: string): number {
  return destinations ? Math.max(...destinations.map(range => rangeLength(range, address))) : 0
}

/** The exact name before the longest wildcard, before no name at all. */
function nameScore(serverNames: readonly string[] | undefined, name: string): number {
  if (!serverNames) return 0
  return Math.max(
    ...serverNames.map(wanted => {
      if (wanted === name) return 1000
      return wanted.startsWith('*.') && name.endsWith(wanted.slice(1)) ? wanted.length : -1
    }),
  )
}
