import { toHostname } from '../../core/base/ids.ts'
import type { ProxyId } from '../../core/base/ids.ts'
import type { Mesh, MeshService } from '../../core/mesh/index.ts'
import type { World } from '../../core/pipeline/index.ts'
import type { Decision } from '../../core/route/index.ts'
import type { Client, Traffic } from '../../core/simulate/index.ts'
import { clusterParts, hostOfVirtualHost } from '../names.ts'
import { assumedTraffic } from '../assumed-traffic.ts'
import { atOnceOf, expect } from '../outlook.ts'
import { fails, flagsOf, outcomeOf } from '../outcome.ts'
import { arrivingBy } from './mesh-map.ts'
import type { MapCall, MapHole, MapNode, MapWay, MeshMap } from './mesh-map.ts'
import { applicationsOf } from './applications.ts'
import { decidedIn } from './ways.ts'

/** More proxies than this are not compiled for one map: at 500 services each takes some 60 ms. */
const MOST_PROXIES = 40

/**
 * Who calls whom in a traffic, exactly: each request class of each client with all its outcomes, as its proxy decides them
 * before anything happens to pods.
 */
export function meshMapOf(world: World, traffic: Traffic): MeshMap {
  const { mesh } = world
  const clients = traffic.clients.filter(client => client.ratePerSecond > 0 || atOnceOf(client) > 0)
  const proxies = [...new Set(clients.map(client => client.proxy))]
  const asked = new Set(proxies.slice(0, MOST_PROXIES))
  const nodes = new Map<string, MapNode>()
  const rules = rulesByService(mesh)
  const applicationOf = applicationsOf(world)
  for (const service of mesh.services.values()) {
    const { name, namespace } = service
    const id = idOf(service)
    const assumed = service.assumed !== undefined && { assumed: true as const }
    nodes.set(id, {
      id,
      name,
      group: namespace,
      ...applicationOf(id),
      ratePerSecond: 0,
      rules: rules.get(id) ?? 0,
      ...assumed,
    })
  }
  const callers = callerNodes(mesh)
  for (const proxy of proxies) {
    const id = callers.get(proxy) ?? proxyNodeId(proxy)
    const [namespace = '', name = ''] = id.split('/')
    const known = nodes.get(id) ?? { id, name, group: namespace, ...applicationOf(id), ratePerSecond: 0, rules: 0 }
    nodes.set(id, { proxy, ...known })
  }
  const nodeOf = ({ proxy }: Client): string => callers.get(proxy) ?? proxyNodeId(proxy)
  const rated = new Set(clients.filter(client => client.ratePerSecond > 0).map(nodeOf))
  /** How much of its caller's requests it sends: by rate where one of its clients has one, else by how many at a time. */
  const weightOf = (client: Client): number => (rated.has(nodeOf(client)) ? client.ratePerSecond : atOnceOf(client))
  const assuming = new Map(
    clients.flatMap(client => {
      const assumed = assumedTraffic(world, client)
      return assumed ? [[client, assumed] as const] : []
    }),
  )
  const assumingNodes = new Set([...assuming.keys()].map(nodeOf))
  const [assumed] = assuming.values()
  const calls = new Map<string, MapCall>()
  const holes = new Map<string, MapHole>()
  const decidedBy = decidedIn(mesh)
  for (const client of clients) {
    if (!asked.has(client.proxy)) continue
    const from = nodeOf(client)
    const weight = weightOf(client)
    const isAssumed = assuming.has(client)
    const decided = decidedBy(from.slice(0, from.indexOf('/')))
    for (const { probability, decision, requestClass } of expect([client], world.routerFor(client.proxy))) {
      const rate = probability * client.ratePerSecond
      const part = probability * weight
      if (part <= 0) continue
      const outcome = outcomeOf(decision)
      const lost = fails(outcome) ? rate : 0
      const to = targetOf(mesh, decision)
      const label = fails(outcome) ? labelOf(decision, requestClass.request.dialHost) : undefined
      if (to !== undefined && to !== from) {
        const key = `${from}>${to}`
        const first: MapCall = {
          from,
          to,
          ratePerSecond: 0,
          lostPerSecond: 0,
          share: 0,
          ways: [],
          ...(isAssumed && { assumed: true }),
        }
        const before = calls.get(key) ?? first
        calls.set(key, {
          ...before,
          ratePerSecond: before.ratePerSecond + rate,
          lostPerSecond: before.lostPerSecond + lost,
          share: before.share + part,
          ways: addWay(before.ways, { ...decided(decision), ratePerSecond: part, loss: label }),
        })
      }
      if (label === undefined) continue
      const id = `${from} ${label} ${to ?? ''}`
      const before = holes.get(id) ?? { id, at: from, to, label, outcome, ratePerSecond: 0, share: 0 }
      holes.set(id, { ...before, ratePerSecond: before.ratePerSecond + lost, share: before.share + part })
    }
  }
  const sent = sumBy(clients.map(each => [nodeOf(each), each.ratePerSecond]))
  const parts = sumBy(clients.map(each => [nodeOf(each), weightOf(each)]))
  const arrived = sumBy([...calls.values()].map(each => [each.to, arrivingBy(each)]))
  return {
    nodes: [...nodes.values()].map(node => ({
      ...node,
      ratePerSecond: arrived.get(node.id) ?? sent.get(node.id) ?? 0,
      ...(node.proxy !== undefined && !rated.has(node.id) && { unrated: true }),
      ...(assumingNodes.has(node.id) && { assumesTraffic: true }),
    })),
    calls: [...calls.values()].map(call => ({ ...call, share: call.share / (parts.get(call.from) ?? 1) })),
    holes: [...holes.values()].map(hole => ({ ...hole, share: hole.share / (parts.get(hole.at) ?? 1) })),
    hidden: 0,
    unasked: proxies.length - asked.size,
    ...(assumed && { assumed }),
  }
}

/** One entry for each rule, destination and end; most requests first. */
function addWay(ways: readonly MapWay[], way: MapWay): readonly MapWay[] {
  const key = ({ card, rule, to, weight, loss }: MapWay) => [card, rule, to, weight, loss].join(' ')
  const same = ways.find(each => key(each) === key(way))
  const sum = { ...way, ratePerSecond: way.ratePerSecond + (same?.ratePerSecond ?? 0) }
  return [...ways.filter(each => each !== same), sum].sort((a, b) => b.ratePerSecond - a.ratePerSecond)
}

const idOf = ({ namespace, name }: Pick<MeshService, 'namespace' | 'name'>): string => `${namespace}/${name}`

function proxyNodeId(proxy: ProxyId): string {
  const dot = proxy.lastIndexOf('.')
  return `${proxy.slice(dot + 1)}/${proxy.slice(0, dot)}`
}

/** A workload is its service where one selects its pods. */
function callerNodes({ services }: Mesh): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const service of services.values()) {
    for (const pod of service.pods) {
      const proxy = `${pod.workload}.${pod.namespace}`
      if (!found.has(proxy)) found.set(proxy, idOf(service))
    }
  }
  return found
}

/** The service meant: of the cluster, else of the leg, else of the virtual host. */
function targetOf({ services }: Mesh, decision: Decision): string | undefined {
  const { cluster, leg, virtualHost } = decision
  const hosts = [
    clusterParts(cluster)?.host,
    leg && clusterParts(leg.cluster)?.host,
    virtualHost && hostOfVirtualHost(virtualHost.name),
  ]
  const service = hosts.flatMap(host => (host === undefined ? [] : (services.get(toHostname(host)) ?? []))).at(0)
  return service && idOf(service)
}

/** As the access log has it; where none is written, what failed. */
function labelOf(decision: Decision, host: string): string {
  if (decision.outcome === 'dns-failure') return `no address for ${host}`
  const flags = flagsOf(decision).join(',')
  if (decision.status === 0) return flags === '' ? 'no answer' : flags
  return flags === '' ? String(decision.status) : `${String(decision.status)} ${flags}`
}

/** HTTP rules of the VirtualServices that name a service by its host. */
function rulesByService(mesh: Mesh): ReadonlyMap<string, number> {
  return sumBy(
    mesh.virtualServices.flatMap(({ spec, namespace }) =>
      spec.hosts.flatMap(host => {
        const full = host.includes('.') ? host : `${host}.${namespace}.svc.${mesh.settings.clusterDomain}`
        const service = mesh.services.get(toHostname(full))
        return service ? [[idOf(service), spec.http.length] as const] : []
      }),
    ),
  )
}

function sumBy(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const [key, value] of entries) sums.set(key, (sums.get(key) ?? 0) + value)
  return sums
}
