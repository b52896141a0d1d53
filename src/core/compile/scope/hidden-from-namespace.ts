import type { Mesh } from '../../mesh/index.ts'
import { boundVirtualServices } from './bound-virtual-services.ts'
import { findHiddenDestinationRules } from './hidden-destination-rules.ts'
import type { HiddenResource, HiddenView } from './hidden-resource.ts'
import { findHiddenServices } from './hidden-services.ts'
import { resolveScope } from './resolve-scope.ts'

type Find = (view: HiddenView) => readonly HiddenResource[]

/** The services that a sidecar of a namespace without labels of its own is not told of, and why. */
export function findServicesHiddenFrom(mesh: Mesh, namespace: string): readonly HiddenResource[] {
  return mayHide(mesh) ? ofServices(mesh, namespace) : []
}

/** The same of DestinationRules. */
export function findRulesHiddenFrom(mesh: Mesh, namespace: string): readonly HiddenResource[] {
  return ofRules(mesh, namespace)
}

/** Most meshes have nothing that keeps a service from anybody. */
function mayHide({ sidecars, sameHostServices, services }: Mesh): boolean {
  const isPrivate = (exportTo: readonly string[] | undefined): boolean => exportTo !== undefined && exportTo.length > 0
  return (
    sidecars.length > 0 ||
    sameHostServices.length > 0 ||
    [...services.values()].some(({ exportTo }) => isPrivate(exportTo))
  )
}

const ofServices = remember(findHiddenServices)
const ofRules = remember(findHiddenDestinationRules)

function remember(find: Find): (mesh: Mesh, namespace: string) => readonly HiddenResource[] {
  const found = new WeakMap<Mesh, Map<string, readonly HiddenResource[]>>()
  return (mesh, namespace) => {
    const byNamespace = found.get(mesh) ?? new Map<string, readonly HiddenResource[]>()
    found.set(mesh, byNamespace)
    let hidden = byNamespace.get(namespace)
    if (!hidden) {
      const caller = { namespace, labels: {}, isAt: () => false }
      hidden = find({ mesh, caller, scope: resolveScope(mesh, caller, boundVirtualServices(mesh)) })
      byNamespace.set(namespace, hidden)
    }
    return hidden
  }
}
