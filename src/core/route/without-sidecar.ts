import type { Cluster, Endpoint, EnvoyConfig } from '../envoy/index.ts'
import { noAnswer } from './connect.ts'
import { NO_MIRRORS } from './course.ts'
import type { Chance } from './chance.ts'
import type { Decision } from './decision.ts'
import { endpointStep, endpointsStep } from './endpoint.ts'
import { clusterParts } from './label.ts'
import type { PodAnswers } from './pod-answers.ts'
import type { HttpRequest } from './request.ts'
import type { TraceStep } from './trace.ts'
import { meet, tellPod } from './transport.ts'

export type DirectConnection = (
  address: string,
  request: HttpRequest,
  chance: Chance,
  steps: TraceStep[] | undefined,
) => Decision

/**
 * What becomes of requests of a pod without a sidecar: the connection to a Service ends at one of its ready pods, each as
 * likely, whatever VirtualServices and DestinationRules say; one to a pod ends there; one to an address that the mesh does
 * not know leaves it. Kubernetes, pkg/proxy/iptables: statistic mode random; REJECT without endpoints.
 */
export function connectDirectly(config: EnvoyConfig, pods: PodAnswers | undefined): DirectConnection {
  const { clusters, serviceAddresses } = config
  const known = new Set([...config.dns.values()].flatMap(({ addresses, isOutside }) => (isOutside ? [] : addresses)))
  const byAddress = new Map<string, Endpoint[]>()
  for (const endpoint of [...clusters.values()].flatMap(({ endpoints }) => endpoints)) {
    const list = byAddress.get(endpoint.address)
    if (list) list.push(endpoint)
    else byAddress.set(endpoint.address, [endpoint])
  }

  return (address, request, chance, steps) => {
    const dialled = `${address}:${String(request.dialPort)}`
    const name = serviceAddresses?.get(dialled)
    const cluster = name && clusters.get(name)
    const atPod = byAddress.get(address)
    const service = cluster && clusterParts(cluster.name)?.shortHost
    steps?.push({ kind: 'no-sidecar', service, origin: cluster?.serviceOrigin })
    if (!cluster && !atPod && known.has(address)) return noAnswer(`nothing listens at ${dialled}`, steps)
    const endpoint = cluster
      ? pickReady(cluster, clusters, chance, steps)
      : (atPod?.find(({ port }) => port === request.dialPort) ?? atPod?.[0])
    if (cluster && !endpoint)
      return noAnswer(`no ready pod is behind ${service ?? dialled}: the connection is refused`, steps)
    if (endpoint) steps?.push(endpointStep(endpoint))
    tellPod(endpoint, steps)
    const met = meet(IN_PLAIN_TEXT, endpoint)
    const status = met === 'accepted' ? (pods?.(endpoint, request, 1).status ?? 200) : met
    if (typeof status === 'string') return { ...noAnswer(NO_ANSWER[status], steps), endpoint }
    const by = endpoint?.pod ?? address
    steps?.push({ kind: 'answer', status, flags: '-', details: VIA, by, because: '', origin: endpoint?.origin })
    return { ...ANSWERED, status, endpoint }
  }
}

function pickReady(
  cluster: Cluster,
  clusters: EnvoyConfig['clusters'],
  chance: Chance,
  steps: TraceStep[] | undefined,
): Endpoint | undefined {
  const ready = cluster.endpoints.filter(({ healthy }) => healthy)
  steps?.push(endpointsStep(cluster, ready.length, name => clusters.get(name)))
  return ready.length > 1 ? ready[chance.pick(ready.length)] : ready[0]
}

/** No sidecar speaks TLS for this caller. */
const IN_PLAIN_TEXT = {}

const NO_ANSWER = {
  reset: 'the connection ends before the answer',
  refused: 'the connection is refused',
  'connect-timeout': 'nobody answers the connection',
  'tls-error': 'the two do not agree on TLS',
} as const

const VIA = 'via_upstream'

const ANSWERED: Decision = {
  outcome: 'http',
  status: 200,
  flags: '-',
  details: VIA,
  virtualHost: undefined,
  route: undefined,
  leg: undefined,
  cluster: '-',
  endpoint: undefined,
  attempts: 1,
  delayMs: 0,
  mirrors: NO_MIRRORS,
  localReply: undefined,
}
