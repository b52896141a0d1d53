import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0176',
  title: 'Gateway API of an old version',
  topic: 'gateways',
  what: 'A CustomResourceDefinition of the Gateway API is older than this Istio needs.',
  why: 'Kubernetes does not bring the Gateway API with it. It is installed once, often before Istio, and not upgraded with it.',
  shows: 'istiod leaves resources of that kind aside: they have no effect and get no status.',
  check: [
    {
      run: "kubectl get crd tlsroutes.gateway.networking.k8s.io -o jsonpath='{.metadata.annotations}'",
      prints: 'The bundle-version that is installed.',
    },
  ],
  example: `${REVIEWS}
 ---
 apiVersion: apiextensions.k8s.io/v1
 kind: CustomResourceDefinition
 metadata:
   name: tlsroutes.gateway.networking.k8s.io
-  annotations: { gateway.networking.k8s.io/bundle-version: v1.2.0 }
+  annotations: { gateway.networking.k8s.io/bundle-version: v1.5.0 }
 spec:
   group: gateway.networking.k8s.io
   scope: Namespaced
   names: { kind: TLSRoute, plural: tlsroutes, singular: tlsroute, listKind: TLSRouteList }
   versions:
   - name: v1alpha2
     served: true
     storage: true
     schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } }
`,
}
