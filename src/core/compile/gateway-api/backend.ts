import type { Path } from '../../base/origin.ts'
import { toHostname } from '../../base/ids.ts'
import type { Mesh } from '../../mesh/index.ts'
import type { BackendRef, Destination } from '../../resources/index.ts'
import { hardError } from './hard-error.ts'
import type { HardError } from './hard-error.ts'

/** Where routes are converted: what they may refer to. */
export interface ConversionContext {
  readonly mesh: Mesh
  /** The HTTPRoute's namespace. */
  readonly namespace: string
  /** Routes of gateways need a ReferenceGrant for other namespaces; those of the mesh do not. */
  readonly isGranted: (ref: BackendRef) => boolean
}

export interface Backend {
  readonly kind: 'backend'
  /** An empty host stands for a backend that istiod does not understand: its cluster exists nowhere. */
  readonly destination: Destination
  /** Why requests to it are answered 500; a mirror of it is left out. */
  readonly invalid: string | undefined
}

const NOWHERE: Destination = { host: '', subset: undefined, port: undefined }

/**
 * The destination that a backendRef becomes. A missing Service keeps its name, a kind that istiod does not know or a
 * namespace that does not permit it has none. Istio, buildDestination.
 */
export function toBackend(ref: BackendRef, context: ConversionContext, path: Path): Backend | HardError {
  const nowhere = (invalid: string): Backend => ({ kind: 'backend', destination: NOWHERE, invalid })
  if (!context.isGranted(ref)) {
    return nowhere(`no ReferenceGrant in namespace ${ref.namespace ?? ''} permits ${ref.kind} ${ref.name}`)
  }
  const namespace = ref.namespace ?? context.namespace
  const { services, settings } = context.mesh
  let host: string
  switch (`${ref.group}/${ref.kind}`) {
    case '/Service':
      if (ref.name.includes('.')) return hardError('a backend is named by its Service, not by a host name', path)
      host = `${ref.name}.${namespace}.svc.${settings.clusterDomain}`
      break
    case 'multicluster.x-k8s.io/ServiceImport':
      host = `${ref.name}.${namespace}.svc.${settings.clusterDomain}`
      break
    case 'networking.istio.io/Hostname':
      if (ref.namespace !== undefined) return hardError('a Hostname backend has no namespace', [...path, 'namespace'])
      host = ref.name
      break
    default:
      return nowhere(`istiod knows no backends of kind ${ref.group === '' ? ref.kind : `${ref.group}/${ref.kind}`}`)
  }
  if (ref.port === undefined) return hardError('a backend needs a port', path)
  return {
    kind: 'backend',
    destination: { host, subset: undefined, port: ref.port },
    invalid: services.has(toHostname(host)) ? undefined : `${host} does not exist`,
  }
}
