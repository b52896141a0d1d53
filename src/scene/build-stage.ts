import type { ProxyId } from '../core/base/ids.ts'
import type { Cluster } from '../core/envoy/index.ts'
import type { World } from '../core/pipeline/index.ts'
import type { Traffic } from '../core/simulate/index.ts'
import { assumedTraffic } from './assumed-traffic.ts'
import { endsOf } from './ends.ts'
import { CLIENT, SIDECAR } from './ids.ts'
import { createLedger } from './ledger.ts'
import type { Ledger } from './ledger.ts'
import { lanesOf } from './lanes.ts'
import { atOnceOf, classShares, clientsOf, expect } from './outlook.ts'
import type { Seen } from './seen.ts'
import { rulesCards } from './rules-cards.ts'
import { indexCards } from './stage-index.ts'
import type { ClientNode, RulesNode, SidecarNode, Stage, SubsetsNode } from './stage.ts'
import { subsetCards } from './subset-cards.ts'
import type { ClusterUse } from './subset-cards.ts'
import { wayOf } from './way.ts'
import { workloadCards } from './workload-cards.ts'

/**
 * The picture of what a text means for the traffic of one caller. Shares are exact: every outcome of every request class
 * is enumerated and follows the same way that a simulated request with that outcome follows. What only pods, limits and time
 * bring about is not expected: where it was `seen` to happen its hole is there too, with a share of 0.
 */
export function buildStage(world: World, proxy: ProxyId, traffic: Traffic, seen: readonly Seen[] = []): Stage {
  const clients = clientsOf(traffic, proxy)
  const config = world.configFor(proxy)
  const workload = world.mesh.workloads.find(each => `${each.name}.${each.namespace}` === proxy)
  const namespace = workload?.namespace ?? proxy.slice(proxy.lastIndexOf('.') + 1)
  const isGateway = config.kind === 'gateway'
  const present = isGateway || (workload?.sidecar ?? true)
  const expected = expect(clients, world.routerFor(proxy))

  const rules = rulesCards(world, proxy, namespace, expected)
  const subsets = subsetCards(config, world.mesh, namespace, usesOf(rules.nodes, rules.clustersOf, expected))
  const index = indexCards({ rules: rules.nodes, subsets })
  const ledger = createLedger()
  const ways = [...expected, ...seen.map(each => ({ ...each, probability: 0 }))].map(each => ({
    expected: each,
    way: wayOf(index, each.decision, each.requestClass.request),
  }))
  for (const { expected: each, way } of ways) ledger.add(way, each.probability)

  const workloads = workloadCards(config, world.mesh, subsets, present ? [] : endpointsOf(expected))
  const ends = endsOf(world, proxy, namespace, present, ways)
  const share = <Node extends { readonly id: string }>(node: Node) => ({ ...node, share: ledger.shareOf(node.id) })
  const holes = ends.holes.map(share)
  const known = new Set<string>(subsets.flatMap(card => card.rows.map(row => row.id)))
  const isDead = deadEnds(config.clusters, known)
  return {
    proxy,
    client: clientNode(world, proxy, clients, workload, isGateway),
    sidecar: sidecarNode(proxyTitle(workload?.name ?? proxy, isGateway), present, expected),
    rules: rules.nodes.map(node => withShares(node, ledger, leg => isDead(rules.clustersOf.get(leg)))),
    subsets: subsets.map(node => subsetShares(node, ledger)),
    workloads: [...workloads.nodes, ...ends.outside].map(share),
    holes,
    replies: ends.replies.map(share),
    lanes: lanesOf({ rules, subsets, deliveries: workloads.lanes, holes, ledger }),
  }
}

const endpointsOf = (expected: ReturnType<typeof expect>) => expected.flatMap(({ decision }) => decision.endpoint ?? [])

/** Which clusters the rules that can be reached ask for, and on which line of all legs. */
function usesOf(
  nodes: readonly RulesNode[],
  clustersOf: ReadonlyMap<string, readonly string[]>,
  expected: ReturnType<typeof expect>,
): readonly ClusterUse[] {
  const uses: ClusterUse[] = []
  const used = new Set<string>()
  const use = (cluster: string, at: number): void => {
    uses.push({ cluster, line: at })
    used.add(cluster)
  }
  let line = 0
  for (const row of nodes.flatMap(node => node.rows)) {
    for (const leg of row.legs) {
      line++
      if (row.state === 'unreachable') continue
      for (const cluster of clustersOf.get(leg.id) ?? []) use(cluster, line)
    }
  }
  for (const { decision } of expected) {
    if (decision.outcome === 'tcp' && !used.has(decision.cluster)) use(decision.cluster, line + 1)
  }
  return uses
}

function clientNode(
  world: World,
  proxy: ProxyId,
  clients: ReturnType<typeof clientsOf>,
  workload: World['mesh']['workloads'][number] | undefined,
  isGateway: boolean,
): ClientNode {
  const ratePerSecond = clients.reduce((sum, client) => sum + client.ratePerSecond, 0)
  const assumed = clients.map(client => assumedTraffic(world, client)).find(each => each !== undefined)
  return {
    kind: 'client',
    id: CLIENT,
    name: isGateway ? OUTSIDE : (workload?.name ?? proxy.slice(0, proxy.lastIndexOf('.'))),
    ratePerSecond,
    ...(ratePerSecond <= 0 && { atOnce: clients.reduce((sum, client) => sum + atOnceOf(client), 0) }),
    classes: classShares(clients).map(({ requestClass, share }) => ({
      id: requestClass.id,
      label: requestClass.label,
      share,
    })),
    origin: workload?.origin,
    assumed: workload?.assumed?.because ?? assumed?.because,
    sends: { assumed },
  }
}

/** Who sends what arrives at a gateway. */
const OUTSIDE = 'outside'

/** A gateway is a pod of its own, a sidecar stands beside its pod's application. */
const proxyTitle = (name: string, isGateway: boolean): string => (isGateway ? name : `${name}’s sidecar`)

function sidecarNode(title: string, present: boolean, expected: ReturnType<typeof expect>): SidecarNode {
  const ports = new Set(expected.map(each => each.requestClass.request.dialPort))
  return {
    kind: 'sidecar',
    id: SIDECAR,
    present,
    title,
    ports: [...ports].sort((a, b) => a - b).map(port => `:${String(port)}`),
    origin: undefined,
    assumed: undefined,
  }
}

/** True where a leg leads to no cluster, or to one without a healthy endpoint: then it is lost, expected or not. */
function deadEnds(clusters: ReadonlyMap<string, Cluster>, known: ReadonlySet<string>) {
  const isAlive = (name: string): boolean => {
    const cluster = clusters.get(name)
    if (!cluster) return false
    return cluster.type !== 'EDS' || !known.has(name) || cluster.endpoints.some(endpoint => endpoint.healthy)
  }
  return (names: readonly string[] | undefined): boolean =>
    names !== undefined && names.length > 0 && names.every(name => name.startsWith('outbound|') && !isAlive(name))
}

function withShares(node: RulesNode, ledger: Ledger, dead: (leg: string) => boolean): RulesNode {
  return {
    ...node,
    share: ledger.shareOf(node.id),
    rows: node.rows.map(row => ({
      ...row,
      share: ledger.shareOf(row.id),
      legs: row.legs.map(leg => ({
        ...leg,
        share: ledger.shareOf(leg.id),
        tone: leg.kind === 'mirror' ? 'ghost' : (ledger.toneOf(leg.id) ?? (dead(leg.id) ? 'lost' : leg.tone)),
      })),
    })),
  }
}

function subsetShares(node: SubsetsNode, ledger: Ledger): SubsetsNode {
  return {
    ...node,
    rows: node.rows.map(row => ({
      ...row,
      share: ledger.shareOf(row.id),
      tone: ledger.toneOf(row.id) ?? row.tone,
    })),
  }
}
