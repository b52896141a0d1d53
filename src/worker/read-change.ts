import type { ProxyId } from '../core/base/ids.ts'
import type { World } from '../core/pipeline/index.ts'
import type { Traffic } from '../core/simulate/index.ts'
import { buildStage } from '../scene/index.ts'
import type { Stage } from '../scene/index.ts'
import { callersOf } from './callers.ts'
import type { Change } from './protocol.ts'

/** What a text says before anything is sent. */
export interface Read {
  readonly world: World
  /** Before the caller's own is added. */
  readonly given: Traffic
  /** Whose sidecar is looked from. */
  readonly proxy: ProxyId | undefined
  readonly traffic: Traffic
  /** What of it the proxy sends. */
  readonly shown: Traffic
  readonly stage: Stage | undefined
}

export function readChange(world: World, change: Pick<Change, 'proxy' | 'traffic'>): Read {
  const given = change.traffic ?? world.traffic
  const proxy = chooseProxy(world, given, change.proxy)
  const traffic = withTrafficFrom(world, given, proxy)
  const shown = { ...traffic, clients: traffic.clients.filter(client => client.proxy === proxy) }
  const stage = proxy !== undefined && shown.clients.length > 0 ? buildStage(world, proxy, shown) : undefined
  return { world, given, proxy, traffic, shown, stage }
}

/** The caller asked for, while there is one or it calls something; else the first that calls. */
function chooseProxy(world: World, traffic: Traffic, asked: ProxyId | undefined): ProxyId | undefined {
  const calling = new Set(traffic.clients.map(client => client.proxy))
  if (asked !== undefined && (calling.has(asked) || callersOf(world, traffic).some(({ proxy }) => proxy === asked))) {
    return asked
  }
  return world.callers.find(caller => calling.has(caller)) ?? traffic.clients[0]?.proxy
}

/** A caller that calls nothing yet is taken to call what it can reach. */
function withTrafficFrom(world: World, traffic: Traffic, proxy: ProxyId | undefined): Traffic {
  if (proxy === undefined || traffic.clients.some(client => client.proxy === proxy)) return traffic
  return { ...traffic, clients: [...traffic.clients, ...world.trafficFrom(proxy).clients] }
}
