import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0119',
  title: 'Two VirtualServices for one host, unseen by istioctl',
  topic: 'rules',
  what: 'Two VirtualServices that apply inside the mesh list the same host, and istioctl analyze does not see both.',
  why: 'The tool reads less than kubectl does: it skips the document behind a separator with a comment, and lists such as a VirtualServiceList.',
  shows: 'As with IST0109: sidecars follow the oldest, and the rules of the other one do nothing.',
  check: [
    {
      run: 'kubectl get virtualservice reviews reviews-canary --sort-by=.metadata.creationTimestamp',
      prints: 'The first one is in force.',
    },
    {
      run: 'istioctl proxy-config route deploy/reviews --name 9080 -o json',
      prints: 'Under reviews only the rules of one of the two.',
    },
  ],
  toolSays: 'It is silent: it knows one of the two only.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - route:
     - destination: { host: reviews }
---- # the canary
-apiVersion: networking.istio.io/v1
-kind: VirtualService
-metadata:
-  name: reviews-canary
-spec:
-  hosts: [reviews]
-  http:
-  - timeout: 2s
-    route:
-    - destination: { host: reviews }
+    timeout: 2s
`,
}
