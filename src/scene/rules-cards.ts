import type { Origin } from '../core/base/origin.ts'
import { below } from '../core/base/origin.ts'
import { refusedOver } from '../core/base/refused-over.ts'
import type { VirtualHost } from '../core/envoy/index.ts'
import type { World } from '../core/pipeline/index.ts'
import { toHostname } from '../core/base/ids.ts'
import type { ProxyId } from '../core/base/ids.ts'
import { bytesCards } from './bytes-cards.ts'
import { rulesId } from './ids.ts'
import { hostOfVirtualHost, originKey, shortHost } from './names.ts'
import type { Expected } from './outlook.ts'
import { isBlackhole, isRefusedPassthrough } from './outcome.ts'
import { fullHost, rowsOf } from './rule-rows.ts'
import type { RuleSource } from './rule-rows.ts'
import { rulesOfHttpRoutes, rulesOfVirtualService } from './rule-sources.ts'
import type { RulesNode } from './stage.ts'

export interface RulesCards {
  readonly nodes: readonly RulesNode[]
  /** Clusters that a leg stands for, by the leg's id: one, or one for each port in use. */
  readonly clustersOf: ReadonlyMap<string, readonly string[]>
}

/** A card for every host that the expected requests reach, in the order of the text. */
export function rulesCards(world: World, proxy: ProxyId, namespace: string, expected: readonly Expected[]): RulesCards {
  const byHost = new Map<string, Set<VirtualHost>>()
  for (const { decision } of expected) {
    if (!decision.virtualHost || isRefusedPassthrough(decision) || isBlackhole(decision)) continue
    const host = hostOfVirtualHost(decision.virtualHost.name)
    const hosts = byHost.get(host) ?? new Set()
    byHost.set(host, hosts.add(decision.virtualHost))
  }
  const place = documentOrder(world)
  const { services, virtualServices } = world.mesh
  const resources = new Map(virtualServices.map(resource => [originKey(resource.origin), resource]))
  const clustersOf = new Map<string, readonly string[]>()
  const cards = [...byHost].map(([host, virtualHosts]) => {
    const origin = [...virtualHosts][0]?.origin
    const virtualService = resources.get(originKey(origin))
    const fromRoutes = virtualService ? NO_ROUTES : rulesOfHttpRoutes([...virtualHosts], world)
    const resource = virtualService ?? fromRoutes.routes[0]
    const rules = virtualService ? rulesOfVirtualService(virtualService, [...virtualHosts], world) : fromRoutes.rules
    const source: RuleSource = { cardId: rulesId(host), host, virtualHosts: [...virtualHosts], rules, proxy }
    const service = services.get(toHostname(host))
    const node: RulesNode = {
      kind: 'rules',
      id: source.cardId,
      title: host === 'allow_any' ? 'other hosts' : shortHost(host, namespace),
      resource: resource?.key,
      ...(resource?.kind === 'HTTPRoute' && { resourceKind: resource.kind }),
      share: 0,
      rows: rowsOf(source),
      origin,
      assumed: resource ? resource.assumed?.because : service?.assumed?.because,
    }
    addClusters(clustersOf, node, source)
    return { node, at: place(origin) }
  })
  for (const node of bytesCards(world, world.configFor(proxy), namespace, expected)) {
    cards.push({ node, at: place(node.rows[0]?.origin ?? node.origin) })
    for (const leg of node.rows.flatMap(row => row.legs)) if (leg.cluster) clustersOf.set(leg.id, [leg.cluster])
  }
  cards.sort((a, b) => a.at - b.at)
  return { nodes: cards.map(card => card.node), clustersOf }
}

const NO_ROUTES: ReturnType<typeof rulesOfHttpRoutes> = { routes: [], rules: [] }

/** Finds a number for an origin that grows along the text; what the text does not hold comes last. */
function documentOrder(world: World): (origin: Origin | undefined) => number {
  const places = new Map(world.parsed.documents.map((document, i) => [document.id, i]))
  return own => {
    const origin = refusedOver(world.kept, own)?.origin ?? own
    const document = origin && places.get(origin.documentId)
    if (document === undefined) return Infinity
    const item = origin?.path[1]
    return document + (typeof item === 'number' ? Math.min(item, 9999) / 10_000 : 0)
  }
}

function addClusters(clustersOf: Map<string, readonly string[]>, node: RulesNode, source: RuleSource): void {
  const compiled = new Map<string, Set<string>>()
  const add = (key: string, cluster: string): void => {
    compiled.set(key, (compiled.get(key) ?? new Set()).add(cluster))
  }
  for (const route of source.virtualHosts.flatMap(host => host.routes)) {
    if (route.action.kind !== 'forward') continue
    for (const leg of route.action.clusters) add(originKey(leg.origin ?? route.origin), leg.cluster)
    for (const mirror of route.action.mirrors) add(originKey(mirror.origin), mirror.cluster)
  }
  for (const row of node.rows) {
    for (const leg of row.legs) {
      const known = compiled.get(originKey(leg.origin ?? row.origin))
      const clusters = known ? [...known] : destinationOf(source, leg.origin)
      if (leg.kind !== 'reply') clustersOf.set(leg.id, clusters)
    }
  }
}

/** The cluster of a destination that istiod left out because its weight is 0. */
function destinationOf(source: RuleSource, origin: Origin | undefined): readonly string[] {
  if (!origin) return []
  for (const { rule, origin: ruleOrigin, namespace, legField } of source.rules) {
    for (const [j, { destination }] of rule.route.entries()) {
      if (originKey(below(ruleOrigin, legField, j)) !== originKey(origin)) continue
      const port = destination.port ?? source.virtualHosts.map(host => Number(host.name.split(':')[1]))[0]
      const host = fullHost(destination.host, namespace)
      return [`outbound|${String(port ?? 80)}|${destination.subset ?? ''}|${host}`]
    }
  }
  return []
}
