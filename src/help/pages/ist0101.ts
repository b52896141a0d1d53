import type { HelpPage } from '../help-page.ts'
import { REVIEWS_V1_V2, SUBSETS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0101',
  title: 'Names something that is not there',
  topic: 'destinations',
  what: 'A resource refers to another one – a Service, a port, a subset, a Gateway, a certificate, pods of a selector – and nothing in the cluster has that name.',
  why: 'Istio accepts references without looking them up: order of creation is up to you, so a reference may point to what comes later. A typo, a missing DestinationRule or another namespace is only found when somebody asks.',
  shows:
    'For a destination istiod still writes the route, but no cluster of that name exists in Envoy: requests that take it get 503, flag NC (500 from an HTTPRoute). A missing Gateway or selector makes the whole resource idle.',
  check: [
    {
      run: 'istioctl proxy-config cluster deploy/reviews-v1 --fqdn reviews.default.svc.cluster.local --subset v3',
      prints: 'No rows: the proxy has no such cluster.',
    },
    {
      run: "kubectl get destinationrule reviews -o jsonpath='{.spec.subsets[*].name}'",
      prints: 'The subsets that exist.',
    },
  ],
  toolSays:
    'It takes a subset as declared wherever a DestinationRule lists it, even one that no caller looks at. It does not look up hosts of a VirtualService, gateways inside a match, delegates, targetRefs, or what HTTPRoutes refer to.',
  example: `${REVIEWS_V1_V2}
 ---
${SUBSETS}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - route:
-    - destination: { host: reviews, subset: v3 }
+    - destination: { host: reviews, subset: v2 }
`,
}
