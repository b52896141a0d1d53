import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0138',
  title: 'An abort without a status',
  topic: 'rules',
  what: 'An abort does not say what it answers.',
  why: 'There is no status that it would have by default. istiod leaves the abort out of the route and takes the rest of the rule.',
  shows:
    'No request is aborted, whatever the percentage. A test of how the callers bear it passes without having tested them.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/reviews --name 9080 -o json',
      prints: 'No abort under envoy.filters.http.fault.',
    },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'An abort with a percentage alone.' },
  ],
  toolSays: 'The API server’s warning about it is not repeated by the tool.',
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
-      abort: { percentage: { value: 5 } }
+      abort: { percentage: { value: 5 }, httpStatus: 503 }
     route:
     - destination: { host: reviews }
`,
}
