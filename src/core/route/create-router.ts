import { below } from '../base/origin.ts'
import type { Path } from '../base/origin.ts'
import type { Endpoint, EnvoyConfig } from '../envoy/index.ts'
import type { Chance } from './chance.ts'
import { dnsFailure, noListener, resolve, routesRefused, tellListener } from './connect.ts'
import type { Course, ReadyCluster, ReadyClusters } from './course.ts'
import type { Decision } from './decision.ts'
import type { PodAnswers } from './pod-answers.ts'
import { enterGateway, redirectToHttps, unknownHost } from './enter-gateway.ts'
import { chooseChain } from './filter-chain.ts'
import type { Forwarding } from './forwarding.ts'
import { indexListeners } from './listeners.ts'
import { createOutboundProxy } from './outbound-proxy.ts'
import type { Hashing } from './outbound-proxy.ts'
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
export function createRouter(config: EnvoyConfig, pods?: PodAnswers, hashing?: Hashing): Router {
  const proxy = createOutboundProxy(config, hashing)
  const connect = config.kind === 'none' ? connectDirectly(config, pods) : undefined
  const findListener = indexListeners(config)
  const clusters = readyClusters(config)
  const finders = new Map<string, VirtualHostFinder | undefined>()
  /** What `begin` asked for, while it runs. */
  const held: Forwarding[] = []
  let hold: Course['hold']
  const keep = (forwarding: Forwarding): Decision => {
    held.push(forwarding)
    return NOT_YET
  }

  function finderOf(name: string): VirtualHostFinder | undefined {
    const known = finders.get(name)
    if (known) return known
    const routeConfig = config.routeConfigs.get(name)
    const finder = routeConfig && indexVirtualHosts(routeConfig)
    finders.set(name, finder)
    return finder
  }

  function run(request: HttpRequest, chance: Chance, steps: TraceStep[] | undefined): Decision {
    if (config.kind === 'gateway') return runAtGateway(request, chance, steps)
    const address = resolve(config, request, chance, steps)
    if (address === undefined) return dnsFailure(request.dialHost, steps)
    if (connect) return connect(address, request, chance, steps)
    const listener = findListener(address, request.dialPort)
    const chosen = listener && chooseChain(listener, address, request)
    tellListener(listener, chosen, address, request, config.proxy, steps)
    if (!chosen) return noListener(address, request.dialPort, steps)
    const bytes = bytesTarget(chosen.chain, request)
    if (bytes?.kind === 'tcp') {
      return throughTcp(chosen, bytes, { view: viewRequest(request), chance, steps, clusters, proxy, address })
    }
    const { chain } = chosen
    if (chain.kind === 'tcp' || chain.kind === 'close') return noListener(address, request.dialPort, steps)
    return (
      throughRoutes(chain.routeConfig, request, address, chance, steps) ?? noListener(address, request.dialPort, steps)
    )
  }

  /** By the virtual host of the request; undefined where there is none. */
  function throughRoutes(
    routeConfig: string,
    request: HttpRequest,
    address: string,
    chance: Chance,
    steps: TraceStep[] | undefined,
  ): Decision | undefined {
    const refusal = config.routeConfigs.get(routeConfig)?.refusal
    if (refusal) return routesRefused(refusal, steps)
    const found = finderOf(routeConfig)?.(request.authority)
    if (!found) return undefined
    const { virtualHost, routes } = found.host
    steps?.push({
      kind: 'virtual-host',
      name: virtualHost.name,
      domain: found.domain,
      authority: request.authority,
      source: virtualHost.source,
      ...(virtualHost.servers && { servers: virtualHost.servers }),
      origin: virtualHost.origin && below(virtualHost.origin, ...(HOSTS[virtualHost.source?.kind ?? ''] ?? [])),
    })
    if (virtualHost.requireTls && request.scheme !== 'https') return redirectToHttps(request, virtualHost, steps)
    return routeRequest(
      { view: viewRequest(request), chance, steps, clusters, proxy, pods, address, virtualHost, hold },
      routes(),
    )
  }

  /** A request from outside, as a gateway takes it. */
  function runAtGateway(sent: HttpRequest, chance: Chance, steps: TraceStep[] | undefined): Decision {
    const entrance = enterGateway(config, sent, steps)
    if (entrance.kind === 'closed') return entrance.decision
    if (entrance.kind === 'bytes') {
      const connection = { view: viewRequest(sent), chance, steps, clusters, proxy, address: '' }
      return { ...throughTcp(entrance.chosen, entrance.chain, connection), atGateway: true }
    }
    const { request, chain } = entrance
    const servers = config.routeConfigs.get(chain.routeConfig)?.servers ?? []
    const decision =
      throughRoutes(chain.routeConfig, request, '', chance, steps) ?? unknownHost(request, servers, steps)
    return { ...decision, atGateway: true }
  }

  return {
    config,
    decide: (request, chance) => run(request, chance, undefined),
    begin(request, chance, steps) {
      hold = keep
      const decision = run(request, chance, steps)
      hold = undefined
      return held.pop() ?? decision
    },
    explain(request, chance) {
      const trace: TraceStep[] = []
      return { decision: run(request, chance, trace), trace }
    },
  }
}

/** Stands for the decision that is not made yet. */
const NOT_YET = { outcome: 'http', status: 0, details: 'not decided yet' } as Decision

function readyClusters(config: EnvoyConfig): ReadyClusters {
  const ready = new Map<ReadyCluster['cluster']['name'], ReadyCluster>()
  for (const [name, cluster] of config.clusters) {
    if (cluster.refusal === undefined) ready.set(name, { cluster, healthy: inUse(cluster.endpoints) })
  }
  return ready
}

/** The healthy ones of the lowest priority that has any. Envoy, load_balancer_impl.cc, priority loads. */
function inUse(endpoints: readonly Endpoint[]): readonly Endpoint[] {
  const healthy = endpoints.filter(endpoint => endpoint.healthy)
  if (healthy.every(({ priority }) => priority === undefined)) return healthy
  const lowest = Math.min(...healthy.map(({ priority = 0 }) => priority))
  return healthy.filter(({ priority = 0 }) => priority === lowest)
}

/** Where a resource says which hosts it is for. */
const HOSTS: Readonly<Record<string, Path>> = {
  VirtualService: ['spec', 'hosts'],
  Service: ['metadata', 'name'],
  ServiceEntry: ['spec', 'hosts'],
}
