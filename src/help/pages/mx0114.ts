import type { HelpPage } from '../help-page.ts'
import { REVIEWS_V1_V2, SUBSETS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0114',
  title: 'A rule hidden by a wider one',
  topic: 'rules',
  what: 'All requests that a rule describes are taken by a rule above it, in a way that istioctl analyze does not see.',
  why: 'The first route that matches takes the request. An exact path behind a prefix that it begins with, or a prefix with one more condition behind that prefix alone, is never looked at.',
  shows: 'The rule never takes a request. Nothing fails.',
  check: [
    { run: 'istioctl proxy-config route deploy/reviews-v1 --name 9080', prints: '/api* stands above /api/new.' },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'The order of the rules as it is applied.' },
  ],
  toolSays: 'It stays silent about exact and regular paths, and about more conditions, behind a wider prefix.',
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
-  - match: [{ uri: { prefix: /api } }]
-    route:
-    - destination: { host: reviews, subset: v1 }
   - match: [{ uri: { exact: /api/new } }]
     route:
     - destination: { host: reviews, subset: v2 }
+  - match: [{ uri: { prefix: /api } }]
+    route:
+    - destination: { host: reviews, subset: v1 }
   - route:
     - destination: { host: reviews, subset: v1 }
`,
}
