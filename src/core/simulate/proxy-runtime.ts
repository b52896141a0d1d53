import { createPrng, mixSeed } from '../base/prng.ts'
import type { ProxyId } from '../base/ids.ts'
import type { Cluster } from '../envoy/index.ts'
import type { Router } from '../route/index.ts'
import { createClusterRuntime } from './cluster-runtime.ts'
import type { ClusterRuntime } from './cluster-runtime.ts'
import type { ClusterEvent, ConnectionTrack } from './event-log.ts'
import type { EventQueue } from './event-queue.ts'
import { countFromOne } from './resources.ts'

/** A proxy at work: what it was told last, and its clusters. */
export interface ProxyRuntime {
  readonly router: () => Router
  readonly clusterOf: (name: string) => ClusterRuntime | undefined
  /** It gets another configuration: clusters that stay the same go on as they are [D96] [D97]. */
  reconfigure(router: Router, label: string, ordered: string): void
}

export interface ProxyInput {
  readonly proxy: ProxyId
  readonly router: Router
  readonly queue: EventQueue
  readonly seed: number
  readonly sinceMs: number
  readonly onEvent: (event: ClusterEvent) => void
  readonly onTrack: (track: ConnectionTrack) => void
}

export function createProxyRuntime(input: ProxyInput): ProxyRuntime {
  const { proxy, queue, seed, onEvent, onTrack } = input
  let { router } = input
  const runtimes = new Map<string, ClusterRuntime>()
  /** When a cluster got the settings that it has; absent: with the proxy's first configuration. */
  const since = new Map<string, number>()
  /** Connections of a cluster that is gone, and of the one in its place, are told apart. */
  const numbers = new Map<string, () => number>()
  let made = 0

  function clusterOf(name: string): ClusterRuntime | undefined {
    const known = runtimes.get(name)
    if (known) return known
    const cluster = router.config.clusters.get(name as Cluster['name'])
    if (!cluster) return undefined
    const nextNumber = numbers.get(name) ?? countFromOne()
    numbers.set(name, nextNumber)
    const runtime = createClusterRuntime({
      cluster,
      queue,
      random: createPrng(mixSeed(mixSeed(seed, seedOf(name)), made++)),
      sinceMs: since.get(name) ?? input.sinceMs,
      nextNumber,
      tell(event) {
        onEvent({ ...event, atMs: queue.nowMs(), proxy })
      },
      track(cluster, endpoint) {
        const [atMs, open]: [number[], number[]] = [[], []]
        onTrack({ proxy, cluster, endpoint, atMs, open })
        return n => {
          atMs.push(queue.nowMs())
          open.push(n)
        }
      },
    })
    runtimes.set(name, runtime)
    return runtime
  }

  function replace(name: string): void {
    runtimes.get(name)?.drain()
    runtimes.delete(name)
  }

  return {
    router: () => router,
    clusterOf,
    reconfigure(next, label, ordered) {
      const before = router.config.clusters
      router = next
      onEvent({ kind: 'configured', atMs: queue.nowMs(), proxy, label, ordered })
      for (const [name, old] of before) {
        const cluster = next.config.clusters.get(name)
        if (!cluster) replace(name)
        else if (settingsOf(old) !== settingsOf(cluster)) {
          since.set(name, queue.nowMs())
          replace(name)
        } else if (endpointsOf(old) !== endpointsOf(cluster)) runtimes.get(name)?.update(cluster)
      }
      for (const name of next.config.clusters.keys()) if (!before.has(name)) since.set(name, queue.nowMs())
    },
  }
}

/** What Envoy compares: all but the endpoints, and where in the text it comes from. */
export function settingsOf(cluster: Cluster): string {
  const { type, lbPolicy, connectTimeoutMs, tls, ringSize, limits, outlierDetection, details } = cluster
  const { maxRequestsPerConnection } = cluster
  const socket = tls && { ...tls, origin: undefined }
  const policy = [limits, maxRequestsPerConnection, outlierDetection, details]
  return JSON.stringify([type, lbPolicy, connectTimeoutMs, socket, ringSize, ...policy])
}

const endpointsOf = ({ endpoints }: Cluster): string =>
  JSON.stringify(endpoints.map(endpoint => ({ ...endpoint, origin: undefined, acceptsOrigin: undefined })))

function seedOf(text: string): number {
  let seed = 0
  for (let i = 0; i < text.length; i++) seed = mixSeed(seed, text.charCodeAt(i))
  return seed
}
