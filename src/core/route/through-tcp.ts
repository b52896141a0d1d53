import type { ClusterName } from '../base/ids.ts'
import type { FilterChain } from '../envoy/index.ts'
import type { Chance } from './chance.ts'
import { NO_MIRRORS } from './course.ts'
import type { ReadyClusters } from './course.ts'
import type { Decision } from './decision.ts'
import type { ChosenChain } from './filter-chain.ts'
import { legLabels } from './label.ts'
import type { HttpRequest } from './request.ts'
import type { TraceStep } from './trace.ts'

/** Where a chain sends a request's bytes as they are; undefined: it reads them as HTTP. */
export function bytesTarget(chain: FilterChain, request: HttpRequest): FilterChain | undefined {
  if (chain.kind === 'tcp' || chain.kind === 'close') return chain
  if (request.scheme !== 'https') return undefined
  if (chain.kind === 'auto') return { kind: 'tcp', cluster: chain.cluster }
  return chain.otherwise === undefined ? undefined : { kind: 'tcp', cluster: chain.otherwise }
}

/** The bytes go to the cluster as they are, to one of several by weight; no HTTP rule applies. Envoy, tcp_proxy.cc [A61][D61]. */
export function throughTcp(
  chosen: ChosenChain,
  chain: FilterChain & { readonly kind: 'tcp' },
  ready: ReadyClusters,
  chance: Chance,
  steps: TraceStep[] | undefined,
): Decision {
  const cluster = drawCluster(chosen, chain, chance, steps)
  const isKnown = ready.has(cluster)
  const because = isKnown
    ? `the bytes go to ${cluster} as they are; no HTTP rule applies`
    : `${cluster} does not exist, so the connection is closed`
  steps?.push({ kind: 'answer', status: 0, flags: '-', details: '', by: cluster, because, origin: chosen.origin })
  return { ...AS_BYTES, cluster }
}

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
