import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0110',
  title: 'Envoy refuses the routes',
  topic: 'rules',
  what: 'A status code is one that Istio accepts and Envoy does not.',
  why: 'istiod and Envoy check by rules of their own. Envoy takes a route configuration whole or not at all, so one bad status holds back all routes of the port.',
  shows:
    'The proxy keeps the routes it had; one that has just started has none. Later changes of any rule on that port do not arrive either.',
  check: [
    { run: 'istioctl proxy-status', prints: 'RDS of reviews is not in sync.' },
    { run: 'kubectl logs deploy/reviews -c istio-proxy', prints: '“gRPC config … rejected”, with the reason.' },
  ],
  toolSays: 'It says nothing: the resource is valid for Istio.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - match: [{ uri: { exact: /old } }]
-    redirect: { uri: /new, redirectCode: 304 }
+    redirect: { uri: /new, redirectCode: 308 }
   - route:
     - destination: { host: reviews }
`,
}
