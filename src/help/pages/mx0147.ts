import type { HelpPage } from '../help-page.ts'
import { REVIEWS_V1_V2, SUBSETS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0147',
  title: 'A prefix that ends within a segment',
  topic: 'rules',
  what: 'A prefix takes a path that only begins with the same letters: /api takes /apix.',
  why: 'Envoy compares a prefix of a VirtualService letter by letter and knows of no segments there. Prefixes of an HTTPRoute and of an Ingress are compared segment by segment. It is told only where a request of the Scenario is taken so, or where a later rule waits for such a path.',
  shows: 'Requests meant for another rule, or for none, are taken by this one. Nothing fails by itself.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/reviews-v1 --name 9080 -o json',
      prints: 'A match with "prefix": "/api", not with "path_separated_prefix".',
    },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'The prefix without a slash at its end.' },
  ],
  toolSays: 'It compares prefixes with each other only, and never with paths that are sent.',
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
   - match:
-    - uri: { prefix: /api }
+    - uri: { regex: "/api(/.*)?" }
     route:
     - destination: { host: reviews, subset: v2 }
   - route:
     - destination: { host: reviews, subset: v1 }
 ---
 apiVersion: meshscope/v1
 kind: Scenario
 metadata:
   name: play
 spec:
   clients:
   - from: reviews-v1
     requests:
     - url: http://reviews:9080/api/list
     - url: http://reviews:9080/apidocs
`,
}
