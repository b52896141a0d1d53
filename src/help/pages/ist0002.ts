import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0002',
  title: 'A field on its way out',
  topic: 'reading',
  what: 'A resource uses a field that Istio keeps for old configuration only: fault.delay.percent, egressProxy of a Sidecar, the Lightstep tracer.',
  why: 'Such fields have a successor, and a later release may drop them. egressProxy is ignored already; fault.delay.percent still works, in whole percent.',
  shows: 'Nothing changes today. After an upgrade the field may do nothing.',
  check: [
    { run: "kubectl get virtualservice reviews -o jsonpath='{.spec.http[*].fault}'", prints: 'A delay with percent.' },
    { run: 'istioctl analyze -n default virtualservice/reviews', prints: 'IST0002 until the field is replaced.' },
  ],
  toolSays: 'A deprecated field inside a subset goes unnoticed.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - fault:
       delay:
         fixedDelay: 2s
-        percent: 10
+        percentage: { value: 10 }
     route:
     - destination: { host: reviews }
`,
}
