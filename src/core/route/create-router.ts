import { below } from '../base/origin.ts'
import type { Path } from '../base/origin.ts'
import type { EnvoyConfig } from '../envoy/index.ts'
import type { Chance } from './chance.ts'
import { dnsFailure, noListener, resolve, routesRefused, tellListener } from './connect.ts'
import type { ReadyCluster, ReadyClusters } from './course.ts'
import type { Decision } from './decision.ts'
import type { PodAnswers } from './pod-answers.ts'
import { chooseChain } from './filter-chain.ts'
import { indexListeners } from './listeners.ts'
import type { HttpRequest } from './request.ts'
import { viewRequest } from './request-view.ts'
import { routeRequest } from './route-request.ts'
import type { Router } from './router.ts'
import { bytesTarget, throughTcp } from './through-tcp.ts'
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
    const listener = findListener(address, request.dialPort)
    const chosen = listener && chooseChain(listener, address, request)
    tellListener(listener, chosen, address, request, config.proxy, steps)
    if (!chosen) return noListener(address, request.dialPort, steps)
    const bytes = bytesTarget(chosen.chain, request)
    if (bytes?.kind === 'tcp') return throughTcp(chosen, bytes, clusters, chance, steps)
    const { chain } = chosen
    if (chain.kind === 'tcp' || chain.kind === 'close') return noListener(address, request.dialPort, steps)
    const refusal = config.routeConfigs.get(chain.routeConfig)?.refusal
    if (refusal) return routesRefused(refusal, steps)
    const found = finderOf(chain.routeConfig)?.(request.authority)
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
const HOSTS: Readonly<Record<string, Path>> = {
  VirtualService: ['spec', 'hosts'],
  Service: ['metadata', 'name'],
  ServiceEntry: ['spec', 'hosts'],
}
