import { hasLabels } from '../../mesh/index.ts'
import type { Mesh } from '../../mesh/index.ts'
import type { SidecarResource } from '../../resources/index.ts'
import type { Caller } from '../caller.ts'

/**
 * The Sidecar that holds for a caller: in its namespace the oldest whose selector finds it, else the oldest without a
 * selector, else the root namespace's oldest without one. Istio, doGetSidecarScope [A28].
 */
export function chooseSidecar(mesh: Mesh, caller: Pick<Caller, 'namespace' | 'labels'>): SidecarResource | undefined {
  if (mesh.sidecars.length === 0) return undefined
  const own = mesh.sidecars.filter(({ namespace }) => namespace === caller.namespace)
  return (
    own.find(({ spec: { workloadSelector } }) => workloadSelector && hasLabels(caller.labels, workloadSelector)) ??
    own.find(isForAll) ??
    mesh.sidecars.find(sidecar => sidecar.namespace === mesh.settings.rootNamespace && isForAll(sidecar))
  )
}

const isForAll = ({ spec }: SidecarResource) => spec.workloadSelector === undefined
