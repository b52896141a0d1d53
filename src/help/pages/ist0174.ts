import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0174',
  title: 'A DestinationRule for nobody',
  topic: 'destinations',
  what: 'The host of a DestinationRule matches no Service and no ServiceEntry.',
  why: 'A DestinationRule adds settings and subsets to the clusters of a Service. A name without dots means a Service of its own namespace, and name.namespace is no Service anywhere.',
  shows: 'Nothing happens: no cluster takes the settings, and the subsets do not exist.',
  check: [
    { run: "kubectl get destinationrule reviews -o jsonpath='{.spec.host}'", prints: 'The name that is looked up.' },
    {
      run: 'istioctl proxy-config cluster deploy/reviews',
      prints: 'No row shows the rule in the column DESTINATION RULE.',
    },
  ],
  toolSays:
    'A wildcard over Services, the usual *.local for the whole mesh included, is reported without need: it works.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
 spec:
-  host: reviews.default
+  host: reviews.default.svc.cluster.local
   trafficPolicy:
     connectionPool: { tcp: { connectTimeout: 1s } }
`,
}
