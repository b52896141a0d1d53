import type { Labels, NamespaceResource } from '../resources/index.ts'

const INJECT = 'sidecar.istio.io/inject'

/**
 * Tells whether pods get a sidecar: unless their namespace is labelled `istio-injection: disabled`, or the pod itself says
 * `sidecar.istio.io/inject: "false"` (its label before its annotation). Meshes are pasted in parts, so a namespace that
 * the text does not show, or shows without the label, counts as injected.
 */
export function createInjection(namespaces: readonly NamespaceResource[]) {
  const disabled = new Set(namespaces.filter(ns => ns.spec.injection === false).map(ns => ns.name))
  return (namespace: string, labels: Labels, annotations: Labels): boolean =>
    !disabled.has(namespace) && (labels[INJECT] ?? annotations[INJECT]) !== 'false'
}
