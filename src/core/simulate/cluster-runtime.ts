import type { ClusterName } from '../base/ids.ts'
import type { Cluster, Endpoint } from '../envoy/index.ts'
import type { Forwarding } from '../route/index.ts'
import { createRandomChance, pickEndpoint, pickHashed } from '../route/index.ts'
import { createBalancer } from './balancer.ts'
import { createConnectionPool } from './connection-pool.ts'
import { createDeliveryWindow } from './delivery-window.ts'
import type { ClusterEvent, TryEnd } from './event-log.ts'
import type { EventQueue } from './event-queue.ts'
import { hostKey } from './host.ts'
import type { Host } from './host.ts'
import { createOutlierDetector } from './outlier-detector.ts'
import { toLevels } from './priority-level.ts'
import type { PriorityLevel } from './priority-level.ts'
import { noResources } from './resources.ts'
import type { Resources } from './resources.ts'

/** One cluster of one proxy at work: its hosts and connections, what counts against its limits, whose turn it is. */
export interface ClusterRuntime {
  readonly cluster: Cluster
  readonly resources: Resources
  /** Whom the next try goes to; those tried before are avoided by drawing again. Undefined: nobody can take it. */
  pick(forwarding: Forwarding, random: () => number, tried: ReadonlySet<Host> | undefined): Host | undefined
  report(host: Host, end: TryEnd | 'connected'): void
  /** The same cluster with other endpoints. */
  update(cluster: Cluster): void
  /** It is replaced: connections without a request are closed. */
  drain(): void
}

export interface ClusterInput {
  readonly cluster: Cluster
  readonly queue: EventQueue
  readonly random: () => number
  /** When its proxy got it. */
  readonly sinceMs: number
  /** Numbers its connections. */
  readonly nextNumber: () => number
  readonly tell: (event: Unplaced) => void
  /** Keeps how many connections there are to a host from now on. */
  readonly track: (cluster: ClusterName, endpoint: Endpoint) => (open: number) => void
}

type Unplaced = ClusterEvent extends infer Each
  ? Each extends ClusterEvent
    ? Omit<Each, 'atMs' | 'proxy'>
    : never
  : never

/** How often a retry draws again when it gets a host that was tried: Istio writes 5 on every route [D54]. */
const MORE_DRAWS = 5

export function createClusterRuntime(input: ClusterInput): ClusterRuntime {
  const { queue, random, sinceMs, tell } = input
  let { cluster } = input
  const resources = noResources(input.nextNumber)
  const balancer = createBalancer(cluster, () => queue.nowMs(), random)
  const strangers = new Map<string, Host>()
  let hosts = cluster.endpoints.map(endpoint => createHost(endpoint, sinceMs))
  let byEndpoint = indexHosts(hosts)
  let levels = levelsOf(hosts)

  /** The count begins with the first connection. */
  function tracked(endpoint: Endpoint): (open: number) => void {
    let grow: ReturnType<ClusterInput['track']> | undefined
    return open => {
      grow ??= input.track(cluster.name, endpoint)
      grow(open)
    }
  }

  function createHost(endpoint: Endpoint, since: number): Host {
    const pool = createConnectionPool(cluster, resources, queue, tracked(endpoint))
    return { key: hostKey(endpoint), endpoint, sinceMs: since, pool, active: 0, ejected: false, knownEjected: false }
  }

  function levelsOf(all: readonly Host[]): readonly PriorityLevel[] {
    return toLevels(all, cluster.details?.panicThreshold ?? 0)
  }

  const window = createDeliveryWindow(queue, () => {
    for (const host of hosts) host.knownEjected = host.ejected
    levels = levelsOf(hosts)
    const usable = levels.flatMap(level => (level.load > 0 ? level.endpoints : []))
    tell({ kind: 'delivered', cluster: cluster.name, usable })
  })

  const detector = createOutlierDetector({
    cluster,
    queue,
    sinceMs,
    hosts: () => hosts,
    onEjected(host, ejection) {
      const { name, destinationRuleOrigin: origin } = cluster
      tell({ kind: 'ejected', cluster: name, endpoint: host.endpoint, origin, ...ejection })
      if (ejection.enforced) window.announce()
    },
    onReturned(host) {
      tell({ kind: 'returned', cluster: cluster.name, endpoint: host.endpoint })
      window.announce()
    },
  })

  /** Addresses that no list holds, as the caller dialled them. */
  function stranger(endpoint: Endpoint | undefined, address: string): Host {
    const key = endpoint ? hostKey(endpoint) : address
    const known = strangers.get(key)
    if (known) return known
    const made = createHost(endpoint ?? { ...NOWHERE, address }, queue.nowMs())
    strangers.set(key, made)
    return made
  }

  function chooseLevel(dice: () => number): PriorityLevel | undefined {
    if (levels.length < 2) return levels[0]
    let left = dice() * 100
    for (const level of levels) {
      left -= level.load
      if (left < 0) return level
    }
    return levels.at(-1)
  }

  return {
    get cluster() {
      return cluster
    },
    resources,
    pick(forwarding, dice, tried) {
      const { course, cluster: ready, hash } = forwarding
      if (cluster.type === 'ORIGINAL_DST' || cluster.type === 'DYNAMIC_FORWARD_PROXY') {
        const picked = pickEndpoint({ ...course, steps: undefined, chance: createRandomChance(dice) }, ready, hash)
        return picked === 'none' ? undefined : stranger(picked.endpoint, course.address)
      }
      const level = chooseLevel(dice)
      if (!level || level.usable.length === 0) return undefined
      const table = course.proxy.tables(cluster, level.endpoints)
      if (table) {
        const avoided = tried && new Set([...tried].map(({ endpoint }) => endpoint))
        const own = { ...course, chance: createRandomChance(dice) }
        const found = pickHashed(own, { cluster, healthy: level.endpoints }, table, hash, avoided)
        return found && byEndpoint.get(found)
      }
      let host = balancer.draw(level, dice)
      for (let i = 0; host && tried?.has(host) && i < MORE_DRAWS; i++) host = balancer.draw(level, dice)
      return host
    },
    report(host, end) {
      detector?.report(host, end)
    },
    update(next) {
      cluster = next
      const known = new Map(hosts.map(host => [host.key, host]))
      hosts = next.endpoints.map(endpoint => {
        const host = known.get(hostKey(endpoint))
        if (!host) return createHost(endpoint, queue.nowMs())
        known.delete(host.key)
        host.endpoint = endpoint
        return host
      })
      for (const gone of known.values()) gone.pool.drain()
      byEndpoint = indexHosts(hosts)
      window.deliver()
    },
    drain() {
      for (const host of [...hosts, ...strangers.values()]) host.pool.drain()
    },
  }
}

const indexHosts = (hosts: readonly Host[]): ReadonlyMap<Endpoint, Host> =>
  new Map(hosts.map(host => [host.endpoint, host]))

const NOWHERE: Endpoint = {
  address: '',
  port: 0,
  healthy: true,
  tlsMode: 'disabled',
  accepts: 'both',
  pod: '',
  namespace: '',
  workload: '',
  origin: undefined,
}
