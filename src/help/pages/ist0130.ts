import type { HelpPage } from '../help-page.ts'
import { REVIEWS_V1_V2, SUBSETS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0130',
  title: 'A rule that no request reaches',
  topic: 'rules',
  what: 'A rule stands below another one that takes every request, or repeats the matches of one above it.',
  why: 'Envoy goes through the routes of a virtual host from top to bottom and takes the first that matches. It does not look for the best one.',
  shows:
    'The rule never takes a request: a canary by header gets nobody, a redirect never happens. Nothing fails, so no metric shows it.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/reviews-v1 --name 9080 -o json',
      prints: 'The catch-all stands before the route you miss.',
    },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'The order of the rules as it is applied.' },
  ],
  toolSays:
    'It compares rules of one VirtualService only, and knows catch-alls and equal matches, not every wider match.',
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
-  - route:
-    - destination: { host: reviews, subset: v1 }
   - match: [{ headers: { end-user: { exact: jason } } }]
     route:
     - destination: { host: reviews, subset: v2 }
+  - route:
+    - destination: { host: reviews, subset: v1 }
`,
}
