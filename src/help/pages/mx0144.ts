import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0144',
  title: 'Tries that do not fit into the timeout',
  topic: 'rules',
  what: 'So many tries of that length need more time than the rule has.',
  why: 'The timeout of a rule counts for all tries and the pauses between them. attempts counts the tries after the first.',
  shows:
    'Where pods hang, requests end with 504, flag UT, before the last tries have begun. Where they fail fast all tries are made.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/reviews --name 9080 -o json',
      prints: 'timeout of the route, numRetries and perTryTimeout of its retryPolicy.',
    },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'All three, as they are written.' },
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
   - timeout: 2s
-    retries: { attempts: 3, perTryTimeout: 1s, retryOn: 5xx }
+    retries: { attempts: 3, perTryTimeout: 500ms, retryOn: 5xx }
     route:
     - destination: { host: reviews }
`,
}
