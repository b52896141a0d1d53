import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0146',
  title: 'A limit of 0',
  topic: 'destinations',
  what: 'A limit of the connection pool is 0.',
  why: 'In these fields 0 is the same as nothing. Envoy then gets Istio’s default, 4,294,967,295. To make no retries write retries: attempts: 0 in the VirtualService.',
  shows: 'Nothing is held back: there are as many connections, requests or retries as without the field.',
  check: [
    {
      run: 'istioctl proxy-config cluster deploy/reviews --fqdn reviews.default.svc.cluster.local -o json',
      prints: '4294967295 under circuitBreakers.',
    },
    { run: 'kubectl get destinationrule reviews -o yaml', prints: 'The field with 0.' },
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
     connectionPool:
-      http: { http1MaxPendingRequests: 0 }
+      http: { http1MaxPendingRequests: 1 }
`,
}
