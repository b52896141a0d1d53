import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0154',
  title: 'REMOVE where nothing can be removed',
  topic: 'filters',
  what: 'A patch removes a route configuration or a route.',
  why: 'Istio’s API lets REMOVE take away listeners, clusters, virtual hosts and filters, and ignores it for routes.',
  shows: 'The patch is ignored.',
  check: [
    {
      run: "kubectl get envoyfilter tweak -o jsonpath='{.spec.configPatches[*].patch.operation}'",
      prints: 'REMOVE, for an HTTP_ROUTE.',
    },
    { run: 'istioctl proxy-config route deploy/reviews -o json', prints: 'The route is still there.' },
  ],
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1alpha3
 kind: EnvoyFilter
 metadata:
   name: tweak
 spec:
   priority: 10
   configPatches:
-  - applyTo: HTTP_ROUTE
-    match: { context: SIDECAR_OUTBOUND }
+  - applyTo: VIRTUAL_HOST
+    match: { context: SIDECAR_OUTBOUND, routeConfiguration: { vhost: { name: "reviews.default.svc.cluster.local:9080" } } }
     patch: { operation: REMOVE }
`,
}
