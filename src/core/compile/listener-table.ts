import type { ClusterName } from '../base/ids.ts'
import type { Origin } from '../base/origin.ts'
import type { FilterChain, Listener, MatchedChain } from '../envoy/index.ts'
import { isHttp } from '../mesh/index.ts'
import type { Protocol } from '../mesh/index.ts'
import { ANY_ADDRESS } from './connection-chains.ts'

interface Entry {
  readonly bind: string
  readonly port: number
  readonly origin: Origin | undefined
  chains: readonly MatchedChain[]
  /** `auto` once HTTP and other bytes meet. */
  protocol: Protocol
  isLocked: boolean
}

/** The listeners of a sidecar while they are collected, by address and port. */
export interface ListenerTable {
  /** Adds what a port brings to its listener, or leaves it out where it does not go together with what is there. */
  add(bind: string, port: number, part: ListenerPart): void
  /** From here on nothing is added to listeners that are there already. */
  lock(): void
  finish(): readonly Listener[]
}

export interface ListenerPart {
  readonly protocol: Protocol
  readonly origin: Origin | undefined
  /** Of HTTP and detected ports. */
  readonly routeConfig: string
  /** Of all but HTTP ports. */
  readonly chains: () => readonly MatchedChain[]
}

/**
 * Collects listeners; `rest` takes what no chain of theirs does. HTTP shares one; bytes are added beside it as long as their
 * matches differ; the first comer keeps a match. Istio, listener.go, buildSidecarOutboundListener, mergeTCPFilterChains.
 */
export function createListenerTable(rest: ClusterName): ListenerTable {
  const entries = new Map<string, Entry>()
  return {
    add(bind, port, part) {
      const key = `${bind}_${String(port)}`
      const entry = entries.get(key)
      if (entry) {
        if (!entry.isLocked) merge(entry, part)
        return
      }
      const { protocol, origin } = part
      const chains = [...(isHttp(protocol) ? [] : part.chains()), ...httpChains(part, bind)]
      const sniffs = isHttp(protocol) && bind === ANY_ADDRESS
      entries.set(key, { bind, port, origin, chains, protocol: sniffs ? 'auto' : protocol, isLocked: false })
    },
    lock() {
      for (const entry of entries.values()) entry.isLocked = true
    },
    finish: () => [...entries.values()].map(entry => toListener(entry, rest)),
  }
}

function httpChains({ protocol, routeConfig, origin }: ListenerPart, bind: string): readonly MatchedChain[] {
  if (!isHttp(protocol) && protocol !== 'auto') return []
  const detects = protocol === 'auto' || bind === ANY_ADDRESS
  return [{ ...(detects && { plainHttp: true }), chain: { kind: 'http', routeConfig }, origin }]
}

const needsItsPort = (protocol: Protocol): boolean => protocol === 'Mongo' || protocol === 'MySQL'

function merge(entry: Entry, part: ListenerPart): void {
  const { protocol } = part
  const known = entry.protocol
  const isKnownTcp = !isHttp(known) && known !== 'auto'
  if (isHttp(protocol) && !isKnownTcp) return
  if ((needsItsPort(protocol) || needsItsPort(known)) && protocol !== known) return
  if (protocol === 'auto' && isHttp(known)) {
    entry.chains = [...part.chains(), ...httpChains(part, entry.bind)]
    entry.protocol = 'auto'
    return
  }
  const added = isHttp(protocol)
    ? httpChains(part, entry.bind)
    : protocol === 'auto' && isKnownTcp
      ? [...part.chains(), ...httpChains(part, entry.bind)]
      : part.chains()
  const merged = [...entry.chains]
  for (const chain of added) if (!merged.some(other => matchKey(other) === matchKey(chain))) merged.push(chain)
  entry.chains = merged
  if (isHttp(protocol) !== isHttp(known) || protocol === 'auto') {
    if (isKnownTcp ? isHttp(protocol) || protocol === 'auto' : isHttp(known)) entry.protocol = 'auto'
  }
}

/** Chains with equal keys stand for the same connections. Istio, filterChainOpts.conflictsWith. */
function matchKey({ serverNames, destinations, plainHttp }: MatchedChain): string {
  const ranges = destinations?.filter(range => range !== ANY_ADDRESS && range !== `${ANY_ADDRESS}/0`) ?? []
  return JSON.stringify([[...(serverNames ?? [])].sort(), [...ranges].sort(), plainHttp ?? false])
}

const isMatchAll = ({ serverNames, destinations, plainHttp }: MatchedChain): boolean =>
  !serverNames && !destinations && !plainHttp

/** What takes everything is the default chain; without one, bytes go on as if there were no listener. */
function toListener({ bind: address, port, chains, origin }: Entry, rest: ClusterName): Listener {
  const all = chains.find(isMatchAll)
  const matched = chains.filter(chain => !isMatchAll(chain))
  const base = { name: `${address}_${String(port)}`, address, port }
  const [only] = matched
  if (!only) return { ...base, chain: all?.chain ?? { kind: 'tcp', cluster: rest }, origin: all?.origin ?? origin }
  const short = matched.length === 1 && only.plainHttp ? asOneChain(only.chain, all?.chain, rest) : undefined
  if (short) return { ...base, chain: short, origin: (all ?? only).origin }
  return {
    ...base,
    chain: all?.chain ?? { kind: 'tcp', cluster: rest },
    chains: matched,
    origin: all?.origin ?? origin,
  }
}

function asOneChain(http: FilterChain, other: FilterChain | undefined, rest: ClusterName): FilterChain | undefined {
  if (http.kind !== 'http') return undefined
  if (!other) return { ...http, otherwise: rest }
  if (other.kind !== 'tcp' || other.clusters) return undefined
  return { kind: 'auto', routeConfig: http.routeConfig, cluster: other.cluster }
}
