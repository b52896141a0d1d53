import type { Mesh } from '../../mesh/index.ts'

/** What refers to what, across namespaces. */
export interface Reference {
  readonly from: { readonly kind: string; readonly namespace: string }
  readonly to: { readonly group: string; readonly kind: string; readonly namespace: string; readonly name: string }
}

const GATEWAY_GROUP = 'gateway.networking.k8s.io'
const GRANTED_KINDS = new Set(['/Service', '/Secret', '/ConfigMap'])

/** Whether a ReferenceGrant beside the target allows the reference. Istio, ReferenceGrants.BackendAllowed. */
export function isGranted({ referenceGrants }: Mesh, { from, to }: Reference): boolean {
  if (!GRANTED_KINDS.has(`${to.group}/${to.kind}`)) return false
  return referenceGrants.some(
    ({ namespace, spec }) =>
      namespace === to.namespace &&
      spec.from.some(
        ({ group, kind, namespace: home }) => group === GATEWAY_GROUP && kind === from.kind && home === from.namespace,
      ) &&
      spec.to.some(
        ({ group, kind, name }) => group === to.group && kind === to.kind && (name === undefined || name === to.name),
      ),
  )
}
