import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0145',
  title: 'A delay that no timeout ends',
  topic: 'rules',
  what: 'A rule delays requests for longer than its own timeout, as if to see the timeout at work.',
  why: 'Faults come before the router, and the router begins to count when it has the request. Timeouts of callers further up do count the delay.',
  shows:
    'The request takes the whole delay and is then answered as always, not with 504. To try a timeout out, delay in the service behind or in its VirtualService.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/reviews --name 9080 -o json',
      prints: 'timeout of the route, and the fault filter’s fixedDelay.',
    },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'Both, in one rule.' },
  ],
  toolSays: 'It looks at each field alone.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
-  - timeout: 2s
-    fault: { delay: { fixedDelay: 5s, percentage: { value: 100 } } }
+  - fault: { delay: { fixedDelay: 5s, percentage: { value: 100 } } }
     route:
     - destination: { host: reviews }
`,
}
