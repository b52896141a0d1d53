import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0137',
  title: 'The old name of LEAST_REQUEST',
  topic: 'destinations',
  what: 'A load balancer asks for LEAST_CONN.',
  why: 'Both names ask Envoy for the same: of two pods picked by chance the one with fewer requests in flight. No connections are counted. It is the default too.',
  shows: 'Nothing is wrong: requests are spread as with LEAST_REQUEST.',
  check: [
    {
      run: 'istioctl proxy-config cluster deploy/reviews --fqdn reviews.default.svc.cluster.local -o json',
      prints: 'lbPolicy LEAST_REQUEST.',
    },
    {
      run: "kubectl get destinationrule reviews -o jsonpath='{.spec.trafficPolicy.loadBalancer}'",
      prints: 'LEAST_CONN.',
    },
  ],
  toolSays: 'It finds nothing wrong with it.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
 spec:
   host: reviews
   trafficPolicy:
-    loadBalancer: { simple: LEAST_CONN }
+    loadBalancer: { simple: LEAST_REQUEST }
`,
}
