import type { HelpPage } from '../help-page.ts'
import { REVIEWS_V1_V2 } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0118',
  title: 'A missing subset, unseen by istioctl',
  topic: 'destinations',
  what: 'A destination names a subset that its callers do not have, although some DestinationRule lists it.',
  why: 'A caller takes the DestinationRule of its own namespace, of the Service’s or of the root namespace. One that stands elsewhere, or is private there, declares nothing for it.',
  shows: 'The callers’ proxies have no cluster for the subset: 503, flag NC.',
  check: [
    { run: 'kubectl get destinationrule -A', prints: 'The one for reviews stands in the namespace shop.' },
    {
      run: 'istioctl proxy-config cluster deploy/reviews-v1 --fqdn reviews.default.svc.cluster.local --subset v2',
      prints: 'No rows: the proxy has no such cluster.',
    },
  ],
  toolSays: 'It is content with any DestinationRule that lists the subset, wherever it stands.',
  example: `${REVIEWS_V1_V2}
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
-  namespace: shop
+  namespace: default
 spec:
   host: reviews.default.svc.cluster.local
   subsets:
   - name: v2
     labels: { version: v2 }
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - route:
     - destination: { host: reviews, subset: v2 }
`,
}
