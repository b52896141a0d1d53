import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0003',
  title: 'Not a Kubernetes resource',
  topic: 'reading',
  what: 'A document has no kind or no apiVersion.',
  why: 'A resource is told by these two fields, so without them there is nothing to be done with the rest. Often the document is a values file, or the part of a resource that was left over by copying.',
  shows: 'kubectl apply stops with an error about the missing field, and istioctl analyze cannot read the document.',
  check: [{ run: 'kubectl apply --dry-run=client -f reviews.yaml', prints: 'An error that names the missing field.' }],
  example: `${REVIEWS}
 ---
-apiVersion: networking.istio.io/v1
+apiVersion: networking.istio.io/v1
+kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - route:
     - destination: { host: reviews }
`,
}
