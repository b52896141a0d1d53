import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0104',
  title: 'A DestinationRule for nobody',
  topic: 'destinations',
  what: 'The host of a DestinationRule is the name of no Service.',
  why: 'A DestinationRule adds settings and subsets to the clusters of a Service. A short name means a Service of its own namespace.',
  shows: 'Nothing happens: no cluster takes the settings, and the subsets do not exist.',
  check: [
    { run: "kubectl get destinationrule reviews -o jsonpath='{.spec.host}'", prints: 'The name that is looked up.' },
    {
      run: 'istioctl proxy-config cluster deploy/reviews',
      prints: 'No row shows the rule in the column DESTINATION RULE.',
    },
  ],
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
 spec:
-  host: review
+  host: reviews
   trafficPolicy:
     loadBalancer: { simple: ROUND_ROBIN }
`,
}
