import type { HelpPage } from '../help-page.ts'
import { REVIEWS_V1_V2, SUBSETS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0131',
  title: 'A match that is never used',
  topic: 'rules',
  what: 'One of the matches of a rule describes only requests that a match before it has taken.',
  why: 'The matches of a rule are alternatives, each a route of its own in Envoy, in the order in which they are written. A longer prefix below a shorter one is the usual case.',
  shows: 'Requests that you meant for the later rule are answered by the earlier one.',
  check: [
    { run: 'istioctl proxy-config route deploy/reviews-v1 --name 9080', prints: '/api stands above /api/v2.' },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'The matches in the order that counts.' },
  ],
  toolSays:
    'It counts a match as repeated although the later one asks for another method, another authority or source labels. And it misses an exact path, a regex or a prefix with one more header behind a wider prefix: MX0114 says that.',
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
   - match: [{ uri: { prefix: /api/v2 } }]
     route:
     - destination: { host: reviews, subset: v2 }
+  - match: [{ uri: { prefix: /api } }]
+    route:
+    - destination: { host: reviews, subset: v1 }
   - route:
     - destination: { host: reviews, subset: v1 }
`,
}
