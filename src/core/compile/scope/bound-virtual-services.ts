import { compareByAge } from '../../mesh/index.ts'
import type { Mesh } from '../../mesh/index.ts'
import { bindVirtualService } from '../bound-virtual-service.ts'
import type { BoundVirtualService } from '../bound-virtual-service.ts'
import { createDelegateLookup, resolveDelegates } from '../delegates.ts'
import { convertRoutes } from '../gateway-api/convert-routes.ts'

const found = new WeakMap<Mesh, readonly BoundVirtualService[]>()

/**
 * A mesh's VirtualServices with full host names and delegates' rules in place, and what its HTTPRoutes become, oldest first;
 * the same for all callers.
 */
export function boundVirtualServices(mesh: Mesh): readonly BoundVirtualService[] {
  let bound = found.get(mesh)
  if (!bound) {
    const { clusterDomain } = mesh.settings
    const findDelegate = createDelegateLookup(mesh.virtualServices)
    const own = mesh.virtualServices
      .filter(({ spec }) => spec.hosts.length > 0)
      .map(resource => resolveDelegates(bindVirtualService(resource, clusterDomain), findDelegate, clusterDomain))
    const converted = convertRoutes(mesh).mesh
    bound = converted.length > 0 ? [...own, ...converted].sort((a, b) => compareByAge(a.resource, b.resource)) : own
    found.set(mesh, bound)
  }
  return bound
}
