import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0143',
  title: 'A try that may outlast the timeout',
  topic: 'rules',
  what: 'perTryTimeout is as long as the timeout of its rule, or longer.',
  why: 'The timeout of a rule counts for all tries and the pauses between them. Envoy leaves out a limit of one try that could never be reached before.',
  shows: 'The first slow try uses the time up: 504, flag UT, and no try comes after it.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/reviews --name 9080 -o json',
      prints: 'timeout of the route, and perTryTimeout of its retryPolicy.',
    },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'Both, as they are written.' },
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
-    retries: { attempts: 2, perTryTimeout: 3s, retryOn: 5xx }
+    retries: { attempts: 2, perTryTimeout: 600ms, retryOn: 5xx }
     route:
     - destination: { host: reviews }
`,
}
