import type { PodResource, WorkloadResource } from '../resources/index.ts'
import { hasLabels } from './label-index.ts'

/** Workloads by namespace and name. */
export type WorkloadNames = ReadonlyMap<string, WorkloadResource>

export const workloadKey = (namespace: string, name: string): string => `${namespace}/${name}`

const REPLICA_SET_NAME = /^(.+)-([a-z0-9]{5,10})$/

/**
 * Whether a ReplicaSet is one that a Deployment of the text made: by its owner, or `NAME-hash` with the Deployment's
 * labels. Such a one is no workload of its own.
 */
export function isMadeByDeployment(resource: WorkloadResource, names: WorkloadNames): boolean {
  if (resource.kind !== 'ReplicaSet') return false
  if (resource.spec.owner !== undefined) return names.has(workloadKey(resource.namespace, resource.spec.owner))
  const deployment = findDeployment(resource.name, resource.namespace, names)
  return deployment !== undefined && hasLabels(resource.spec.podLabels, deployment.spec.selector)
}

/** The name of the workload that a pod belongs to, by its owner; its own name where nothing owns it. */
export function ownerName(pod: PodResource, names: WorkloadNames): string {
  const owner = pod.spec.owner
  if (owner === undefined) return pod.name
  const direct = names.get(workloadKey(pod.namespace, owner))
  if (direct && !isMadeByDeployment(direct, names)) return owner
  const above = direct?.spec.owner ?? findDeployment(owner, pod.namespace, names)?.name
  if (above !== undefined) return above
  const hash = pod.labels['pod-template-hash']
  return hash !== undefined && owner.endsWith(`-${hash}`) ? owner.slice(0, -hash.length - 1) : owner
}

function findDeployment(replicaSet: string, namespace: string, names: WorkloadNames): WorkloadResource | undefined {
  const name = REPLICA_SET_NAME.exec(replicaSet)?.[1]
  const found = name === undefined ? undefined : names.get(workloadKey(namespace, name))
  return found?.kind === 'Deployment' ? found : undefined
}
