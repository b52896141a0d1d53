import type { HelpPage } from '../help-page.ts'
import { REVIEWS_V1_V2, SUBSETS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0109',
  title: 'Two VirtualServices for one host',
  topic: 'rules',
  what: 'Two VirtualServices that apply inside the mesh list the same host.',
  why: 'A sidecar keeps one virtual host for each name, and routes of VirtualServices are not merged there. The oldest one wins; with the same age the name decides, then the namespace. Where both are for the same hosts and only one takes the rest, their rules can be put together: those with conditions first. Where both take the rest, which of the two is meant cannot be known, so no repair is offered.',
  shows:
    'All rules of the other one are ignored by sidecars, without an error. On a gateway it is different: there the routes of both are put together.',
  check: [
    {
      run: 'kubectl get virtualservice reviews reviews-canary --sort-by=.metadata.creationTimestamp',
      prints: 'The first one is in force.',
    },
    {
      run: 'istioctl proxy-config route deploy/reviews-v1 --name 9080 -o json',
      prints: 'Under reviews only the rules of one of the two.',
    },
  ],
  toolSays: 'A VirtualService that writes the same host short and in full is reported against itself, without need.',
  example: `${REVIEWS_V1_V2}
 ---
${SUBSETS}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
+  - match: [{ headers: { end-user: { exact: jason } } }]
+    route:
+    - destination: { host: reviews, subset: v2 }
   - route:
     - destination: { host: reviews, subset: v1 }
----
-apiVersion: networking.istio.io/v1
-kind: VirtualService
-metadata:
-  name: reviews-canary
-spec:
-  hosts: [reviews]
-  http:
-  - match: [{ headers: { end-user: { exact: jason } } }]
-    route:
-    - destination: { host: reviews, subset: v2 }
`,
}
