import type { ProxyId } from '../base/ids.ts'
import { createCompiler } from '../compile/index.ts'
import type { Mesh } from '../mesh/index.ts'
import { behaveWhileAlive } from '../rollout/index.ts'
import { createRouter } from '../route/index.ts'
import type { Router } from '../route/index.ts'
import { propagate } from '../simulate/index.ts'
import type { PodBehaviour, SimulationInput } from '../simulate/index.ts'
import type { Moment } from './play-steps.ts'
import type { World } from './world.ts'

/** What a world's Scenario changes while it is played, ready to be simulated. */
export interface RunPlan extends Pick<SimulationInput, 'routerFor' | 'changes' | 'pods'> {
  /** What was applied, deleted, scaled or restarted, and what became of pods, by time. */
  readonly applied: readonly Omit<Moment, 'mesh' | 'resources'>[]
  /** What istiod knows at a time; its proxies are told of it later. */
  readonly meshAt: (atMs: number) => Mesh
}

/**
 * When each of the proxies has what, as the steps of the Scenario have it. Without steps every proxy has all that the text
 * holds from the beginning.
 */
export function planRun(world: World, proxies: readonly ProxyId[]): RunPlan {
  const { scenario, mesh, routerFor } = world
  if (!scenario || scenario.steps.length === 0) {
    return { routerFor, changes: [], applied: [], meshAt: () => mesh, ...behaving(scenario?.pods) }
  }
  const played = scenario.play()
  const moments = played.moments.map(moment => ({ ...moment, routerFor: routersOf(moment.mesh) }))
  const atFirst = moments.findLast(({ atMs }) => atMs === 0)
  const applied = moments.filter(({ atMs }) => atMs > 0)
  const initial = atFirst?.routerFor ?? routerFor
  return {
    routerFor: initial,
    changes: propagate(
      initial,
      applied.filter(({ isTold }) => isTold),
      proxies,
      world.traffic.seed,
    ),
    applied,
    meshAt: atMs => moments.findLast(moment => moment.atMs <= atMs)?.mesh ?? mesh,
    ...behaving(behaveWhileAlive(scenario.pods, played.lives)),
  }
}

const behaving = (pods: PodBehaviour | undefined): Pick<RunPlan, 'pods'> => (pods ? { pods } : {})

function routersOf(mesh: Mesh): (proxy: ProxyId) => Router {
  const compile = createCompiler(mesh)
  const known = new Map<ProxyId, Router>()
  return proxy => {
    const router = known.get(proxy) ?? createRouter(compile(proxy))
    known.set(proxy, router)
    return router
  }
}
