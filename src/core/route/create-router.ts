import { below } from '../base/origin.ts'
import type { Path } from '../base/origin.ts'
import type { EnvoyConfig, Listener } from '../envoy/index.ts'
import type { Chance } from './chance.ts'
import { accept, dnsFailure, noListener, resolve, routesRefused } from './connect.ts'
import { NO_MIRRORS } from './course.ts'
import type { ReadyCluster, ReadyClusters } from './course.ts'
import type { Decision } from './decision.ts'
import type { PodAnswers } from './pod-answers.ts'
import { indexListeners } from './listeners.ts'
import type { HttpRequest } from './request.ts'
import { viewRequest } from './request-view.ts'
import { routeRequest } from './route-request.ts'
import type { Router } from './router.ts'
import type { TraceStep } from './trace.ts'
import { indexVirtualHosts } from './virtual-hosts.ts'
import type { VirtualHostFinder } from './virtual-hosts.ts'
import { connectDirectly } from './without-sidecar.ts'

/**
 * Makes one proxy's configuration ready: listeners and domains indexed, matchers compiled when first needed. `decide` and
 * `explain` are the same steps; only whether they are written down differs.
 */
export function createRouter(config: EnvoyConfig, pods?: PodAnswers): Router {
  const connect = config.kind === 'none' ? connectDirectly(config, pods) : undefined
  const findListener = indexListeners(config)
  const clusters = readyClusters(config)
  const finders = new Map<string, VirtualHostFinder | undefined>()

  function finderOf(name: string): VirtualHostFinder | undefined {
    const known = finders.get(name)
    if (known) return known
    const routeConfig = config.routeConfigs.get(name)
    const finder = routeConfig && indexVirtualHosts(routeConfig)
    finders.set(name, finder)
    return finder
  }

  function run(request: HttpRequest, chance: Chance, steps: TraceStep[] | undefined): Decision {
    const address = resolve(config, request, chance, steps)
    if (address === undefined) return dnsFailure(request.dialHost, steps)
    if (connect) return connect(address, request, chance, steps)
    const listener = accept(findListener, address, request, config.proxy, steps)
    if (!listener) return noListener(address, request.dialPort, steps)
    if (listener.chain.kind === 'tcp') return throughTcp(listener, listener.chain.cluster, steps)
    if (listener.chain.kind === 'close') return noListener(address, request.dialPort, steps)
    const refusal = config.routeConfigs.get(listener.chain.routeConfig)?.refusal
    if (refusal) return routesRefused(refusal, steps)
    const found = finderOf(listener.chain.routeConfig)?.(request.authority)
    if (!found) return noListener(address, request.dialPort, steps)
    const { virtualHost, routes } = found.host
    steps?.push({
      kind: 'virtual-host',
      name: virtualHost.name,
      domain: found.domain,
      authority: request.authority,
      source: virtualHost.source,
      origin: virtualHost.origin && below(virtualHost.origin, ...(HOSTS[virtualHost.source?.kind ?? ''] ?? [])),
    })
    return routeRequest({ view: viewRequest(request), chance, steps, clusters, pods, address, virtualHost }, routes())
  }

  return {
    config,
    decide: (request, chance) => run(request, chance, undefined),
    explain(request, chance) {
      const trace: TraceStep[] = []
      return { decision: run(request, chance, trace), trace }
    },
  }
}

function readyClusters(config: EnvoyConfig): ReadyClusters {
  const ready = new Map<ReadyCluster['cluster']['name'], ReadyCluster>()
  for (const [name, cluster] of config.clusters) {
    ready.set(name, { cluster, healthy: cluster.endpoints.filter(endpoint => endpoint.healthy) })
  }
  return ready
}

/** Where a resource says which hosts it is for. */
const HOSTS: Readonly<Record<string, Path>> = { VirtualService: ['spec', 'hosts'], Service: ['metadata', 'name'] }

/** The bytes go to the cluster as they are; no HTTP rule applies [A61] [D61]. */
function throughTcp(listener: Listener, cluster: ReadyCluster['cluster']['name'], steps?: TraceStep[]): Decision {
  const because = `the bytes go to ${cluster} as they are; no HTTP rule applies`
  steps?.push({ kind: 'answer', status: 0, flags: '-', details: '', by: cluster, because, origin: listener.origin })
  return {
    outcome: 'tcp',
    status: 0,
    flags: '-',
    details: '',
    virtualHost: undefined,
    route: undefined,
    leg: undefined,
    cluster,
    endpoint: undefined,
    attempts: 0,
    delayMs: 0,
    mirrors: NO_MIRRORS,
    localReply: undefined,
  }
}
