import { toProxyId } from '../base/ids.ts'
import type { ProxyId } from '../base/ids.ts'
import type { Labels } from '../resources/index.ts'
import type { Mesh } from '../mesh/index.ts'
import { isGateway } from './gateway/is-gateway.ts'

/** All that the rules of a mesh tell callers with a sidecar apart by. */
export interface CallerTraits {
  readonly namespace: string
  readonly labels: Labels
  /** Whether an address is its own pod's. */
  readonly isAt: (address: string) => boolean
}

/** The proxy for which configuration is made. */
export interface Caller extends CallerTraits {
  readonly proxy: ProxyId
  readonly sidecar: boolean
  /** Whether its proxy runs as a gateway, which takes requests from outside. */
  readonly gateway?: boolean
  /** Its pod's address. */
  readonly address?: string | undefined
}

export type CallerName = ProxyId | { readonly workload: string; readonly namespace: string }

/** Finds a caller's workload; one that the mesh does not have counts as a pod with a sidecar and without labels. */
export function findCaller(mesh: Mesh, name: CallerName): Caller {
  const { workload, namespace } = typeof name === 'string' ? splitProxyId(name) : name
  const found = mesh.workloads.find(w => w.name === workload && w.namespace === namespace)
  const address = found?.pods[0]?.ip
  return {
    proxy: toProxyId(workload, namespace),
    namespace,
    labels: found?.labels ?? {},
    sidecar: found?.sidecar ?? true,
    gateway: found !== undefined && isGateway(mesh, found),
    address,
    isAt: one => one === address,
  }
}

function splitProxyId(proxy: ProxyId): { workload: string; namespace: string } {
  const dot = proxy.lastIndexOf('.')
  return { workload: proxy.slice(0, dot), namespace: proxy.slice(dot + 1) }
}
