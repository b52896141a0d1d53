import type { Resource } from '../resources/index.ts'
import type { MeshService } from './mesh.ts'

/** Text order by code unit, the same everywhere. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

type Aged = Pick<Resource, 'creationTimestamp' | 'name' | 'namespace'>

/** What the text gives no time for is yet to be applied: younger than all that has one. */
const NEWEST = '9999'

/** Oldest first. */
export const compareAge = (a: Pick<Aged, 'creationTimestamp'>, b: Pick<Aged, 'creationTimestamp'>): number =>
  compareText(a.creationTimestamp ?? NEWEST, b.creationTimestamp ?? NEWEST)

/** Oldest first, then by name, then by namespace. Istio, configCompareByCreationTime [A7]. */
export function compareByAge(a: Aged, b: Aged): number {
  return compareAge(a, b) || compareText(a.name, b.name) || compareText(a.namespace, b.namespace)
}

/** Oldest first, then by name (a ServiceEntry's is its host), then by namespace. Istio, SortServicesByCreationTime. */
export function compareServices(a: MeshService, b: MeshService): number {
  const nameOf = (service: MeshService) => (service.registry === 'Kubernetes' ? service.name : service.hostname)
  return compareAge(a, b) || compareText(nameOf(a), nameOf(b)) || compareText(a.namespace, b.namespace)
}
