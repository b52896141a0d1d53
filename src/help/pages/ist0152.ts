import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0152',
  title: 'REPLACE where nothing can be replaced',
  topic: 'filters',
  what: 'A patch replaces something that is no filter and no virtual host.',
  why: 'REPLACE exchanges a filter or a virtual host as a whole. Routes, clusters and listeners are changed by MERGE.',
  shows: 'The patch is ignored.',
  check: [
    {
      run: "kubectl get envoyfilter tweak -o jsonpath='{.spec.configPatches[*].patch.operation}'",
      prints: 'REPLACE, for an HTTP_ROUTE.',
    },
    { run: 'istioctl proxy-config route deploy/reviews -o json', prints: 'The route without the change.' },
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
   - applyTo: HTTP_ROUTE
     match: { context: SIDECAR_OUTBOUND }
-    patch: { operation: REPLACE, value: { name: default } }
+    patch: { operation: MERGE, value: { name: default } }
`,
}
