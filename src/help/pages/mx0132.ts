import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0132',
  title: 'A fault without a percentage',
  topic: 'rules',
  what: 'A delay or an abort does not say how many requests it is for.',
  why: 'Percentages that are left out are 0 here, unlike almost everywhere else. The schema takes the fault without one.',
  shows:
    'Nothing is delayed and nothing is aborted. A test of how the callers bear it passes without having tested them.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/reviews --name 9080 -o json',
      prints: 'Under envoy.filters.http.fault a percentage without a numerator.',
    },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'A fault without percentage.' },
  ],
  toolSays: 'It finds nothing wrong with it.',
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
-      delay: { fixedDelay: 5s }
+      delay: { fixedDelay: 5s, percentage: { value: 100 } }
     route:
     - destination: { host: reviews }
`,
}
