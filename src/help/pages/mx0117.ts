import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0117',
  title: 'An unknown port, unseen by istioctl',
  topic: 'destinations',
  what: 'A destination names a port that its Service does not have, and istioctl analyze does not see it.',
  why: 'The tool reads less than kubectl does: it skips the document behind a separator with a comment, and lists such as a VirtualServiceList.',
  shows: 'As with IST0101: no cluster exists for the port, and requests get 503, flag NC.',
  check: [
    { run: "kubectl get service reviews -o jsonpath='{.spec.ports[*].port}'", prints: 'The ports that it has.' },
    {
      run: 'istioctl proxy-config cluster deploy/reviews --fqdn reviews.default.svc.cluster.local --port 8080',
      prints: 'No rows: the proxy has no such cluster.',
    },
  ],
  toolSays: 'It is silent: it never reads the VirtualService.',
  example: `${REVIEWS}
 --- # routes
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - route:
-    - destination: { host: reviews, port: { number: 8080 } }
+    - destination: { host: reviews, port: { number: 9080 } }
`,
}
