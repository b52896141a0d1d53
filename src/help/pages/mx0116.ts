import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0116',
  title: 'An unknown host, unseen by istioctl',
  topic: 'destinations',
  what: 'A destination names a host that does not exist, and istioctl analyze does not see it.',
  why: 'The tool reads less than kubectl does: it skips the document behind a separator with a comment, and lists such as a VirtualServiceList.',
  shows: 'As with IST0101: no cluster exists for the destination, and requests get 503, flag NC.',
  check: [
    { run: 'kubectl get service review', prints: 'NotFound.' },
    {
      run: 'istioctl proxy-config cluster deploy/reviews --fqdn review.default.svc.cluster.local',
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
-    - destination: { host: review }
+    - destination: { host: reviews }
`,
}
