import type { HelpPage } from '../help-page.ts'
import { REVIEWS_V1_V2 } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0133',
  title: 'Two DestinationRules for one host',
  topic: 'destinations',
  what: 'Two DestinationRules of one namespace are for the same host.',
  why: 'istiod merges them into one, the oldest first. Subsets add up; a subset of a name that is taken is dropped, and so is a trafficPolicy where an older rule has one.',
  shows:
    'A setting has no effect although it is accepted and stored. After a rule is deleted and created anew another one may count.',
  check: [
    {
      run: 'kubectl get destinationrule --sort-by=.metadata.creationTimestamp',
      prints: 'Both; the first one’s policy counts.',
    },
    {
      run: 'istioctl proxy-config cluster deploy/reviews-v1 --fqdn reviews.default.svc.cluster.local -o json',
      prints: 'lbPolicy of the policy that counts.',
    },
  ],
  toolSays: 'It looks at each rule alone.',
  example: `${REVIEWS_V1_V2}
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
 spec:
   host: reviews
   trafficPolicy:
     loadBalancer: { simple: ROUND_ROBIN }
+  subsets:
+  - name: v1
+    labels: { version: v1 }
----
-apiVersion: networking.istio.io/v1
-kind: DestinationRule
-metadata:
-  name: reviews-subsets
-spec:
-  host: reviews
-  trafficPolicy:
-    loadBalancer: { simple: RANDOM }
-  subsets:
-  - name: v1
-    labels: { version: v1 }
`,
}
