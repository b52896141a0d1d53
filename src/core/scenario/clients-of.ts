import { toProxyId } from '../base/ids.ts'
import type { Mesh, MeshWorkload } from '../mesh/index.ts'
import type { ScenarioClient, ScenarioResource } from '../resources/index.ts'
import type { Client, Load } from '../simulate/index.ts'
import { classesOf, hostWords, unique } from './classes-of.ts'
import { findWorkload } from './names.ts'

/** What is sent where neither a rate nor a number of callers is given: as in assumed traffic. */
const USUAL_RATE = 50
/** Callers that are answered, or refused, at once send thousands a second: at some time they have shown what they can. */
const MOST_OF_A_LOOP = 200_000

/** Who sends what, as a Scenario says. Clients of workloads that are not there, or with nothing to send, are left out. */
export function clientsOf(scenario: ScenarioResource, mesh: Mesh): readonly Client[] {
  const ids = new Set<string>()
  const placed = scenario.spec.clients.flatMap(client => {
    const from = client.from ?? client.gateway
    const workload = from === undefined ? undefined : findWorkload(mesh, from, scenario)
    return workload ? [{ client, workload }] : []
  })
  const byWorkload = new Map<MeshWorkload, ScenarioClient[]>()
  for (const { client, workload } of placed) byWorkload.set(workload, [...(byWorkload.get(workload) ?? []), client])
  const words = new Map([...byWorkload].map(([of, clients]) => [of, hostWords(clients, of.namespace)]))
  return placed.flatMap(({ client, workload }) => {
    const classes = classesOf(client, words.get(workload) ?? (() => ''))
    if (classes.length === 0) return []
    const { perSecond, load } = loadOf(client)
    return {
      id: unique(client.name ?? workload.name, ids),
      proxy: toProxyId(workload.name, workload.namespace),
      ratePerSecond: perSecond,
      classes,
      ...(load && { load }),
      ...(client.patienceMs !== undefined && { patienceMs: client.patienceMs }),
    }
  })
}

/** Of a rate and a number of callers the number counts; a plain rate is no load of its own, so that it can be turned up. */
function loadOf(client: ScenarioClient): { readonly perSecond: number; readonly load: Load | undefined } {
  const { ratePerSecond = USUAL_RATE, concurrency, pauseMs, startMs, endMs, count } = client
  const span = {
    ...(startMs !== undefined && { startMs }),
    ...(endMs !== undefined && { endMs }),
    ...(count !== undefined && { count }),
  }
  if (concurrency !== undefined) {
    const pause = pauseMs === undefined ? {} : { pauseMs }
    return { perSecond: 0, load: { kind: 'loop', concurrency, ...pause, count: MOST_OF_A_LOOP, ...span } }
  }
  const load = Object.keys(span).length === 0 ? undefined : { kind: 'rate' as const, perSecond: ratePerSecond, ...span }
  return { perSecond: ratePerSecond, load }
}
