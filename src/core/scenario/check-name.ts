import type { Origin } from '../base/origin.ts'
import type { Mesh } from '../mesh/index.ts'
import type { ScenarioResource } from '../resources/index.ts'
import { findWorkload, isSame, meaningsOf, withoutKind } from './names.ts'
import type { Problem } from './problem.ts'

/** Nothing where a workload is there; `consequence` ends the explanation where it is not. */
export function checkName(
  scenario: ScenarioResource,
  mesh: Mesh,
  name: string,
  origin: Origin,
  consequence: string,
): readonly Problem[] {
  return findWorkload(mesh, name, scenario) ? [] : [unknown(scenario, mesh, name, origin, consequence, false)]
}

/** The same where a pod may be named too, also one that comes when its workload is scaled. */
export function checkPodName(
  scenario: ScenarioResource,
  mesh: Mesh,
  name: string,
  origin: Origin,
  consequence: string,
): readonly Problem[] {
  if (findWorkload(mesh, name, scenario)) return []
  const meanings = meaningsOf(name, scenario)
  const isThere = mesh.workloads.some(({ pods }) => pods.some(pod => meanings.some(one => isSame(one, pod))))
  if (isThere || meanings.some(one => isScaledTo(one.name, mesh, scenario))) return []
  return [unknown(scenario, mesh, name, origin, consequence, true)]
}

/** `reviews-v1-4` where steps give reviews-v1 so many pods one after the other, or an unknown number. */
function isScaledTo(pod: string, mesh: Mesh, { spec }: ScenarioResource): boolean {
  const [, workload, index] = /^(.+)-(\d{1,4})$/.exec(pod) ?? []
  if (workload === undefined) return false
  const isOf = (name: string | undefined): boolean => name?.split('.')[0] === workload
  if (spec.steps.some(({ written }) => written.length > 0)) return mesh.workloads.some(({ name }) => name === workload)
  const atFirst = mesh.workloads.find(({ name }) => name === workload)?.pods.length ?? 0
  let most = atFirst
  for (const { scale, restart } of spec.steps) {
    if (isOf(scale?.name)) most += scale?.replicas ?? 0
    if (restart !== undefined && isOf(withoutKind(restart))) most += Math.max(atFirst, most)
  }
  return most > atFirst && Number(index) < most
}

function unknown(
  scenario: ScenarioResource,
  mesh: Mesh,
  name: string,
  origin: Origin,
  consequence: string,
  isPodMeant: boolean,
): Problem {
  const among = mesh.workloads.flatMap(workload => {
    const names = [workload.name, ...(isPodMeant ? workload.pods.map(pod => pod.name) : [])]
    return names.map(one => (workload.namespace === scenario.namespace ? one : `${one}.${workload.namespace}`))
  })
  const near = mesh.workloads.filter(({ namespace }) => namespace === scenario.namespace).map(one => one.name)
  const known =
    near.length === 0 ? 'none' : near.slice(0, MOST_NAMED).join(', ') + (near.length > MOST_NAMED ? ', …' : '')
  const elsewhere = `Workloads of namespace ${scenario.namespace}: ${known}; write name.namespace for others.`
  const what = isPodMeant ? 'workload or pod' : 'workload'
  return {
    kind: 'unknownWorkload',
    values: { what, name },
    detail: `${elsewhere} ${consequence}`,
    origin,
    misspelt: { text: name, among },
  }
}

const MOST_NAMED = 8
