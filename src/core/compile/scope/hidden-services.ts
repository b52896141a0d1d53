import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import type { Mesh, MeshService } from '../../mesh/index.ts'
import { exportedServices } from './exported-services.ts'
import { exportWords } from './export-words.ts'
import { hide } from './hidden-resource.ts'
import type { HiddenResource, HiddenView } from './hidden-resource.ts'
import { describeImports } from './import-words.ts'

/** The services that a caller is not told of, by the reason that comes first. */
export function findHiddenServices({ mesh, caller, scope }: HiddenView): readonly HiddenResource[] {
  const exported = new Set(exportedServices(mesh, caller.namespace))
  const seen = new Set(scope.listeners.flatMap(({ services }) => [...services.values()].map(placeOf)))
  return [...mesh.services.values(), ...mesh.sameHostServices].flatMap(service => {
    if (seen.has(placeOf(service))) return []
    const kind = service.registry === 'Kubernetes' ? 'Service' : 'ServiceEntry'
    if (!exported.has(service)) {
      const because = exportWords(service.exportTo ?? [], service.namespace)
      return hide(kind, service, 'notExported', because, exportField(service))
    }
    const other = sameHost(service, scope.listeners, mesh)
    if (other) {
      const because = `of host ${service.hostname}, the one in namespace ${other.namespace} counts for this caller`
      return hide(kind, service, 'sameHost', because, other.origin)
    }
    if (!scope.sidecar) return []
    const { because, origin } = describeImports(scope.sidecar, caller.namespace, service.namespace, service.hostname)
    const known = scope.services.get(service.hostname)?.namespace === service.namespace
    const rest = known ? '; only rules that send to it reach it' : ''
    return hide(kind, service, 'notImported', because + rest, origin)
  })
}

const placeOf = ({ hostname, namespace, name }: MeshService) => `${hostname} ${namespace}/${name}`

function sameHost(
  { hostname, namespace }: MeshService,
  listeners: HiddenView['scope']['listeners'],
  mesh: Mesh,
): MeshService | undefined {
  if (mesh.sameHostServices.length === 0) return undefined
  return listeners
    .flatMap(({ services }) => services.get(hostname) ?? [])
    .find(service => service.namespace !== namespace)
}

function exportField({ origin, registry }: MeshService): Origin {
  return registry === 'Kubernetes'
    ? below(origin, 'metadata', 'annotations', 'networking.istio.io/exportTo')
    : below(origin, 'spec', 'exportTo')
}
