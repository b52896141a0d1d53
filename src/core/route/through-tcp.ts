import type { ClusterName } from '../base/ids.ts'
import type { FilterChain } from '../envoy/index.ts'
import type { Chance } from './chance.ts'
import { NO_MIRRORS } from './course.ts'
import type { Connection } from './course.ts'
import type { Decision } from './decision.ts'
import { pickEndpoint } from './endpoint.ts'
import type { ChosenChain } from './filter-chain.ts'
import { legLabels, missingWords } from './label.ts'
import type { HttpRequest } from './request.ts'
import type { TraceStep } from './trace.ts'
import { meet, tellTransport } from './transport.ts'

/** Where a chain sends a request's bytes as they are; undefined: it reads them as HTTP. */
export function bytesTarget(chain: FilterChain, request: HttpRequest): FilterChain | undefined {
  if (chain.kind === 'tcp' || chain.kind === 'close') return chain
  if (request.scheme !== 'https') return undefined
  if (chain.kind === 'auto') return { kind: 'tcp', cluster: chain.cluster }
  return chain.otherwise === undefined ? undefined : { kind: 'tcp', cluster: chain.otherwise }
}

/**
 * The bytes go to the cluster as they are, to one of several by weight; no HTTP rule applies. Where they reach nobody the
 * connection is closed. Envoy, tcp_proxy.cc [A61][D61].
 */
export function throughTcp(
  chosen: ChosenChain,
  chain: FilterChain & { readonly kind: 'tcp' },
  connection: Connection,
): Decision {
  const { steps, clusters } = connection
  const cluster = drawCluster(chosen, chain, connection.chance, steps)
  const end = (because: string, rest: Partial<Decision>): Decision => {
    const { flags = '-', details = '' } = rest
    const isConnected = flags === '-' && details === ''
    steps?.push({ kind: 'answer', status: 0, flags, details, by: cluster, because, isConnected, origin: chosen.origin })
    return { ...AS_BYTES, cluster, chainOrigin: chosen.origin, ...rest }
  }
  const ready = clusters.get(cluster)
  if (!ready) {
    const words = missingWords(cluster, clusters, connection.proxy.refused)
    steps?.push({ kind: 'cluster', name: cluster, found: false, because: words, origin: chosen.origin })
    return end('there is nowhere to go, so the connection is closed', { flags: 'NC' })
  }
  const picked = pickEndpoint(connection, ready)
  if (picked === 'none') return end('nobody can take the connection, so it is closed', { flags: 'UH' })
  const { endpoint } = picked
  tellTransport(connection, ready.cluster, endpoint)
  const met = meet(ready.cluster, endpoint)
  if (met === 'tls-error' || met === 'refused')
    return end('no connection comes about, so the caller’s is closed', { flags: 'UF', endpoint })
  if (met !== 'accepted') return end('the pod’s sidecar closes the connection', { details: CLOSED_BY_POD, endpoint })
  return end('the bytes go on as they are; no HTTP rule applies', { endpoint })
}

/** Not Envoy's: a connection that the pod's sidecar ends looks like any that is over. */
const CLOSED_BY_POD = 'closed_by_pod'

function drawCluster(
  { origin }: ChosenChain,
  { cluster, clusters = [] }: FilterChain & { readonly kind: 'tcp' },
  chance: Chance,
  steps: TraceStep[] | undefined,
): ClusterName {
  if (clusters.length < 2) return cluster
  const weights = clusters.map(({ weight }) => weight)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const index = chance.choose(weights, total)
  const labels = legLabels(clusters.map(leg => leg.cluster))
  const options = weights.map((weight, i) => ({ label: labels[i] ?? '', share: weight / total, taken: i === index }))
  steps?.push({ kind: 'draw', what: 'leg', value: chance.last, options, origin })
  return clusters[index]?.cluster ?? cluster
}

const AS_BYTES: Omit<Decision, 'cluster'> = {
  outcome: 'tcp',
  status: 0,
  flags: '-',
  details: '',
  virtualHost: undefined,
  route: undefined,
  leg: undefined,
  endpoint: undefined,
  attempts: 0,
  delayMs: 0,
  mirrors: NO_MIRRORS,
  localReply: undefined,
}
