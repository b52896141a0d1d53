import type { Origin } from '../../core/base/origin.ts'
import type { ConfigOf } from '../../core/envoy/index.ts'
import type { Resource } from '../../core/resources/index.ts'

/** Tells which rule caused an entry of the configuration, by what the entry's origin lies in. */
export type ManagedBy = (origin: Origin | undefined) => Resource | undefined

/** Looks rules up by the place they stand at. */
export function createManagedBy(resources: readonly Resource[]): ManagedBy {
  const byDocument = new Map<number, Resource[]>()
  for (const resource of resources) {
    if (!(resource.kind in PATHS)) continue
    const known = byDocument.get(resource.origin.documentId)
    if (known) known.push(resource)
    else byDocument.set(resource.origin.documentId, [resource])
  }
  return origin =>
    origin &&
    byDocument.get(origin.documentId)?.find(({ origin: { path } }) => path.every((step, i) => origin.path[i] === step))
}

const PATHS: Readonly<Record<string, string>> = {
  VirtualService: 'virtual-service',
  DestinationRule: 'destination-rule',
  HTTPRoute: 'virtual-service',
}

/** `reviews.default`. Istio, istioctl's renderConfig. */
export const managedName = (managed: Resource | undefined): string =>
  managed ? `${managed.name}.${managed.namespace}` : ''

/** The name that istiod writes into an entry's metadata. Istio, util.BuildConfigInfoMetadata. */
export function createConfigOf(managedBy: ManagedBy): ConfigOf {
  return origin => {
    const managed = managedBy(origin)
    if (!managed) return undefined
    const { kind, namespace, name } = managed
    return `/apis/networking.istio.io/v1/namespaces/${namespace}/${PATHS[kind] ?? ''}/${name}`
  }
}
