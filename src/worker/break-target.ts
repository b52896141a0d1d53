import { breaksFor } from '../core/pipeline/index.ts'
import type { World } from '../core/pipeline/index.ts'
import type { MeshWorkload } from '../core/mesh/index.ts'
import type { BreakTarget } from '../core/scenario/index.ts'
import type { Traffic } from '../core/simulate/index.ts'
import { podId, workloadId } from '../scene/index.ts'
import type { Stage } from '../scene/index.ts'
import type { Breaks } from './protocol.ts'

/** What can be done to a pod, a workload or the pods of a subset at a moment of the run; undefined: it is nothing of these. */
export function breaksOf(world: World, traffic: Traffic, stage: Stage, id: string, nowMs: number): Breaks | undefined {
  const found = targetOf(world, stage, id)
  if (!found || found.target.length === 0) return undefined
  const { name, target } = found
  const pods = target.flatMap(part => part.pods)
  const all = breaksFor(world, traffic, stage.proxy, target, nowMs)
  const hears = pods.some(pod => hearsRequests(stage, workloadId(pod.namespace, pod.workload)))
  const choices = hears ? all : all.filter(({ kind }) => kind === 'not-ready' || kind === 'heal')
  return choices.length === 0 ? undefined : { id, name, pods: pods.length, choices }
}

interface Found {
  readonly name: string
  readonly target: BreakTarget
}

function targetOf({ mesh, configFor }: World, { proxy, subsets }: Stage, id: string): Found | undefined {
  for (const workload of mesh.workloads) {
    const { name, namespace, pods } = workload
    if (workloadId(namespace, name) === id) return { name, target: pods.length === 0 ? [] : [workload] }
    const pod = pods.find(one => podId(one.namespace, one.name) === id)
    if (pod) return { name: pod.name, target: [{ ...pod, pods: [pod] }] }
  }
  for (const { title, rows } of subsets) {
    const row = rows.find(one => one.id === id)
    const cluster = row && [...configFor(proxy).clusters.values()].find(one => one.name === id)
    if (!cluster) continue
    const listed = new Set<string>(cluster.endpoints.map(({ namespace, pod }) => podId(namespace, pod)))
    const isWhole = row.selector === ''
    return {
      name: isWhole ? title : `${title} ${row.name}`,
      target: mesh.workloads.flatMap(workload => partsOf(workload, listed)),
    }
  }
  return undefined
}

/** The workload where all of its pods are on a list, else those that are. */
function partsOf(workload: MeshWorkload, listed: ReadonlySet<string>): BreakTarget {
  const own = workload.pods.filter(pod => listed.has(podId(pod.namespace, pod.name)))
  if (own.length > 0 && own.length === workload.pods.length) return [workload]
  return own.map(pod => ({ ...pod, pods: [pod] }))
}

/** Connections that are passed on as they are come to pods without being answered. */
function hearsRequests({ rules, lanes }: Stage, workload: string): boolean {
  const bytes = new Set(
    rules.filter(card => card.bytes).flatMap(card => card.rows.flatMap(row => row.legs.map(leg => leg.cluster))),
  )
  const rows = lanes.filter(({ kind, to }) => kind === 'deliver' && to === workload).map(({ from }) => from)
  return rows.length === 0 || rows.some(row => !bytes.has(row))
}
