import type { ProxyId } from '../../core/base/ids.ts'
import { createPipeline } from '../../core/pipeline/index.ts'
import type { World } from '../../core/pipeline/index.ts'
import { createRouter } from '../../core/route/index.ts'
import type { Router } from '../../core/route/index.ts'
import type { ConfigChange } from '../../core/simulate/index.ts'
import { RECORDER_HASHING, withRecorderPods } from '../conform/recorder.ts'
import type { Membership, TimedCase } from './timed-case.ts'
import { writeServices, writeServicesWithPods } from './write-world.ts'

/** What proxies are told, and when. */
export interface Plan {
  readonly world: World
  readonly routerFor: RouterFor
  readonly changes: readonly ConfigChange[]
}

type RouterFor = ConfigChange['routerFor']

/** Lays a case's documents over the world. */
export type Overlay = (config: string) => string

const EVERYBODY: Membership = { atMs: 0, without: new Set(), unready: new Set() }

/** Compiles what holds at first, and what holds after each change. One pipeline: what stays the same keeps its identity. */
export function planWorlds(one: TimedCase, overlay: Overlay): Plan {
  // The recorder's pods are plain HTTP servers.
  const pipeline = createPipeline({ enableAutoMtls: false })
  const compile = (services: string, config: string) =>
    pipeline.run(overlay([services, config].filter(text => text.trim() !== '').join('\n---\n')))
  const whole = compile(writeServices(one), one.config)
  if (one.membership.length === 0 && one.later.length === 0) {
    return { world: whole, routerFor: createRouters(whole), changes: [] }
  }
  const addresses = new Map(whole.mesh.workloads.flatMap(({ pods }) => pods.map(({ name, ip }) => [name, ip] as const)))
  const worldAt = (members: Membership, config: string): World => {
    const services = writeServicesWithPods(
      one,
      pod => !members.without.has(pod),
      pod => !members.unready.has(pod),
      pod => addresses.get(pod) ?? '',
    )
    return compile(services, config)
  }
  let [members, config] = [one.membership.find(({ atMs }) => atMs === 0) ?? EVERYBODY, one.config]
  const world = worldAt(members, config)
  const changes = momentsOf(one).map((atMs): ConfigChange => {
    members = one.membership.find(entry => entry.atMs === atMs) ?? members
    config = one.later.find(entry => entry.atMs === atMs)?.config ?? config
    return { atMs, proxy: undefined, routerFor: createRouters(worldAt(members, config)), label: 'changed' }
  })
  return { world, routerFor: createRouters(world), changes }
}

function momentsOf({ membership, later }: TimedCase): readonly number[] {
  const all = [...membership, ...later].map(({ atMs }) => atMs).filter(atMs => atMs > 0)
  return [...new Set(all)].sort((a, b) => a - b)
}

/** Routers that name pods as the recorder reached them. */
function createRouters(world: World): RouterFor {
  const known = new Map<ProxyId, Router>()
  return proxy => {
    const router =
      known.get(proxy) ?? createRouter(withRecorderPods(world.configFor(proxy)), undefined, RECORDER_HASHING)
    known.set(proxy, router)
    return router
  }
}
