import { toListenerChains } from '../../core/envoy/index.ts'
import type { EnvoyConfig, FilterChain, Listener, ListenerChain } from '../../core/envoy/index.ts'
import { compareText, originsOf } from './proxy-table.ts'
import type { ProxyRow } from './proxy-table.ts'

const BLACK_HOLE = 'BlackHoleCluster'

/** Listeners by port, address and type; each with its chains. Istio, istioctl's PrintListenerSummary. */
export function listenerRows(config: EnvoyConfig): readonly ProxyRow[] {
  return sortListeners(config).flatMap(listener =>
    toListenerChains(listener, config)
      .map((chain, index) => rowOf(listener, chain, index))
      .sort((a, b) => compareText(b.cells[3] ?? '', a.cells[3] ?? '')),
  )
}

export function sortListeners(config: EnvoyConfig): readonly Listener[] {
  return [...config.listeners].sort(
    (a, b) => a.port - b.port || compareText(a.address, b.address) || compareText(typeOf(a, config), typeOf(b, config)),
  )
}

/** The row of a listener's chain, by its place among the listener's chains. */
export const listenerRowId = (listener: Listener, index: number): string => `${listener.name}#${String(index)}`

function rowOf(listener: Listener, chain: ListenerChain, index: number): ProxyRow {
  return {
    id: listenerRowId(listener, index),
    cells: [listener.address, String(listener.port), matchOf(chain), destinationOf(chain.chain)],
    origins: originsOf(chain.origin, listener.origin),
  }
}

function typeOf(listener: Listener, config: EnvoyConfig): string {
  const kinds = toListenerChains(listener, config).map(({ chain }) => chain)
  const http = kinds.some(({ kind }) => kind === 'http' || kind === 'auto')
  const tcp = kinds.some(chain => chain.kind === 'tcp' && chain.cluster !== BLACK_HOLE)
  if (http) return tcp ? 'HTTP+TCP' : 'HTTP'
  return tcp ? 'TCP' : 'UNKNOWN'
}

/** What a chain is for. Istio, istioctl's getMatches. */
function matchOf({ match }: ListenerChain): string {
  const { serverNames, transportProtocol, applicationProtocols, destinationPort, prefixRanges } = (match ?? {}) as {
    readonly serverNames?: readonly string[]
    readonly transportProtocol?: string
    readonly applicationProtocols?: readonly string[]
    readonly destinationPort?: number
    readonly prefixRanges?: readonly { readonly addressPrefix: string; readonly prefixLen: number }[]
  }
  const port = destinationPort === undefined ? '' : `:${String(destinationPort)}`
  const ranges = prefixRanges?.map(({ addressPrefix, prefixLen }) => `${addressPrefix}/${String(prefixLen)}`)
  const said = [
    ...(serverNames ? [`SNI: ${serverNames.join(',')}`] : []),
    ...(transportProtocol === undefined ? [] : [`Trans: ${transportProtocol}`]),
    ...(applicationProtocols ? [`App: ${applicationProtocols.join(',')}`] : []),
    ...(ranges ? [`Addr: ${ranges.join(',')}${port}`] : port === '' ? [] : [`Addr: *${port}`]),
  ]
  return said.length === 0 ? 'ALL' : said.join('; ')
}

/** Where a chain leads. Istio, istioctl's getFilterType: the black hole counts as nothing, several clusters as no name. */
function destinationOf(chain: FilterChain): string {
  switch (chain.kind) {
    case 'http':
    case 'auto':
      return `Route: ${chain.routeConfig}`
    case 'tcp':
      if (chain.clusters && chain.clusters.length > 1) return 'Cluster: '
      if (chain.cluster === BLACK_HOLE) return 'Non-HTTP/Non-TCP'
      return chain.cluster.includes('Cluster') ? chain.cluster : `Cluster: ${chain.cluster}`
    case 'close':
      return 'Non-HTTP/Non-TCP'
  }
}
