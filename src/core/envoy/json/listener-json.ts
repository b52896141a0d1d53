import type { EnvoyConfig, FilterChain, Listener, MatchedChain } from '../envoy-config.ts'
import { toFiltersJson } from './chain-filters-json.ts'
import { withoutEmpty } from './proto-json.ts'
import type { Json } from './proto-json.ts'

const ANY = '0.0.0.0'
const CAPTURE = 'virtualOutbound'

/** A filter chain of a listener with the configuration behind it. */
export interface ListenerChain {
  readonly name: string | undefined
  /** Envoy's FilterChainMatch; undefined: any connection. */
  readonly match: Json | undefined
  readonly chain: FilterChain
  readonly isDefault: boolean
  readonly origin: Listener['origin']
}

/**
 * The chains of a listener as istiod writes them: HTTP behind detection, what is not HTTP on any address to the
 * pass-through. Istio, buildSidecarOutboundListener, buildOutboundCatchAllNetworkFiltersOnly [A53][A61].
 */
export function toListenerChains(listener: Listener, config: EnvoyConfig): readonly ListenerChain[] {
  const matched = (listener.chains ?? []).map(toMatchedChain)
  const { origin, chain } = listener
  if (listener.name === CAPTURE) return [...matched, ...captureChains(listener)]
  if (chain.kind === 'close') return matched
  if (config.kind === 'gateway' || chain.kind === 'tcp') {
    const isDefault = config.kind !== 'gateway' && matched.length > 0
    return [...matched, { name: undefined, match: undefined, chain, isDefault, origin }]
  }
  const http = { name: undefined, match: PLAIN_HTTP, chain: httpPart(chain), isDefault: false, origin }
  const rest = restOf(listener, config)
  return [...matched, http, ...(rest ? [rest] : [])]
}

const PLAIN_HTTP = { applicationProtocols: ['http/1.1', 'h2c'], transportProtocol: 'raw_buffer' }

const httpPart = (chain: FilterChain): FilterChain =>
  chain.kind === 'auto' ? { kind: 'http', routeConfig: chain.routeConfig } : chain

/** What is not HTTP: a detected port's cluster, or on any address what the catch-all does. */
function restOf({ chain, address, origin }: Listener, config: EnvoyConfig): ListenerChain | undefined {
  const cluster = chain.kind === 'auto' ? chain.cluster : chain.kind === 'http' ? chain.otherwise : undefined
  if (cluster?.includes('|')) {
    const own: FilterChain = { kind: 'tcp', cluster }
    return { name: undefined, match: undefined, chain: own, isDefault: true, origin }
  }
  const catchAll = config.listeners.find(({ name }) => name === CAPTURE)?.chain
  if (address !== ANY || catchAll?.kind !== 'tcp') return undefined
  return { name: 'PassthroughFilterChain', match: {}, chain: catchAll, isDefault: true, origin: undefined }
}

/** Connections that were not redirected are dropped, so that they do not come back for ever. */
function captureChains({ chain, port }: Listener): readonly ListenerChain[] {
  const blackHole: FilterChain = { kind: 'tcp', cluster: 'BlackHoleCluster' as never }
  const chainOf = (name: string, match: Json | undefined, target: FilterChain): ListenerChain => ({
    name: `${CAPTURE}-${name}`,
    match,
    chain: target,
    isDefault: false,
    origin: undefined,
  })
  return [chainOf('blackhole', { destinationPort: port }, blackHole), chainOf('catchall-tcp', undefined, chain)]
}

function toMatchedChain({ serverNames, destinations, plainHttp, chain, origin }: MatchedChain): ListenerChain {
  const match = withoutEmpty({
    prefixRanges: destinations?.map(toRangeJson),
    serverNames,
    ...(plainHttp && PLAIN_HTTP),
  })
  const isAny = Object.keys(match).length === 0
  return { name: undefined, match: isAny ? undefined : match, chain: httpPart(chain), isDefault: false, origin }
}

/** A range of addresses, or a single one. */
function toRangeJson(range: string): Json {
  const [addressPrefix = '', length] = range.split('/')
  const whole = addressPrefix.includes(':') ? 128 : 32
  return { addressPrefix, prefixLen: length === undefined ? whole : Number(length) }
}

/** Envoy's Listener, as `istioctl proxy-config listeners -o json` prints it, without filters that decide nothing here. */
export function toListenerJson(listener: Listener, config: EnvoyConfig): Json {
  const chains = toListenerChains(listener, config)
  const isCapture = listener.name === CAPTURE
  const detects = chains.some(({ match }) => match !== undefined && 'applicationProtocols' in match)
  const fallback = chains.find(({ isDefault }) => isDefault)
  return withoutEmpty({
    name: listener.name,
    address: { socketAddress: { address: listener.address, portValue: listener.port } },
    filterChains: chains.filter(({ isDefault }) => !isDefault).map(one => toChainJson(one, listener)),
    useOriginalDst: isCapture,
    defaultFilterChain: fallback && toChainJson(fallback, listener),
    listenerFilters: detects ? [HTTP_INSPECTOR] : [],
    trafficDirection: 'OUTBOUND',
    ...(config.kind === 'sidecar' && !isCapture && SIDECAR_ONLY),
  })
}

const SIDECAR_ONLY = {
  bindToPort: { keep: false },
  listenerFiltersTimeout: '0s',
  continueOnListenerFiltersTimeout: true,
}

const HTTP_INSPECTOR = {
  name: 'envoy.filters.listener.http_inspector',
  typedConfig: {
    '@type': 'type.googleapis.com/envoy.extensions.filters.listener.http_inspector.v3.HttpInspector',
  },
}

function toChainJson({ name, match, chain }: ListenerChain, listener: Listener): Json {
  return {
    ...(match && { filterChainMatch: match }),
    filters: toFiltersJson(chain, listener),
    ...(name !== undefined && { name }),
  }
}
