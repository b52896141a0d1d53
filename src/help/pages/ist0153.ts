import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0153',
  title: 'ADD where nothing can be added',
  topic: 'filters',
  what: 'A patch adds to a route configuration or to the routes of a virtual host.',
  why: 'A route configuration is made by istiod for each port; none can be added. For routes the place in the list decides, so ADD, which has none, is ignored.',
  shows: 'The patch is ignored.',
  check: [
    {
      run: "kubectl get envoyfilter tweak -o jsonpath='{.spec.configPatches[*].patch.operation}'",
      prints: 'ADD, for an HTTP_ROUTE.',
    },
    { run: 'istioctl proxy-config route deploy/reviews -o json', prints: 'The route is not there.' },
  ],
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1alpha3
 kind: EnvoyFilter
 metadata:
   name: tweak
 spec:
   configPatches:
   - applyTo: HTTP_ROUTE
     match: { context: SIDECAR_OUTBOUND }
     patch:
-      operation: ADD
+      operation: INSERT_FIRST
       value:
         name: teapot
         match: { path: /teapot }
         direct_response: { status: 418 }
`,
}
