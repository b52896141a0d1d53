import { resolveHost } from '../mesh/index.ts'
import type { MeshService } from '../mesh/index.ts'
import type { Resource } from '../resources/index.ts'
import type { Knowledge } from './knowledge.ts'

/** The service that a DestinationRule is about. */
export function serviceOfRule({ mesh }: Knowledge, resource: Resource): MeshService | undefined {
  if (resource.kind !== 'DestinationRule') return undefined
  return mesh.services.get(resolveHost(resource.spec.host, resource.namespace, mesh.settings.clusterDomain))
}
