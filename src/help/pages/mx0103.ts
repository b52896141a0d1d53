import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0103',
  title: 'A VirtualService for a host that nobody can call',
  topic: 'rules',
  what: 'A VirtualService for the mesh lists a host that is no Service and no ServiceEntry.',
  why: 'Before a request gets to its sidecar, the caller has to find an address for the name. A VirtualService gives it routes, and no address.',
  shows: 'Callers get no DNS answer, so there is no request to route. The rules for the other hosts of the list work.',
  check: [
    { run: 'kubectl get service review', prints: 'NotFound.' },
    { run: 'istioctl proxy-config route deploy/reviews --name 9080', prints: 'A row for reviews, none for review.' },
  ],
  toolSays: 'It does not look up the hosts of a VirtualService.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
-  hosts: [reviews, review]
+  hosts: [reviews]
   http:
   - route:
     - destination: { host: reviews }
`,
}
