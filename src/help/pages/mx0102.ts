import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0102',
  title: 'Requests that no rule takes',
  topic: 'rules',
  what: 'Every rule of a VirtualService for the mesh has a match, and some requests fit none.',
  why: 'The rules of a VirtualService replace the default route of the Service. There is no fall-back to it.',
  shows: 'The caller’s own sidecar answers 404, flag NR; the pods never see the request.',
  check: [
    { run: 'istioctl proxy-config route deploy/reviews --name 9080', prints: 'No row for reviews that matches /*.' },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'The last rule has a match.' },
  ],
  toolSays: 'It says nothing about a missing catch-all.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - match: [{ uri: { prefix: /reviews } }]
     route:
     - destination: { host: reviews }
+  - route:
+    - destination: { host: reviews }
`,
}
