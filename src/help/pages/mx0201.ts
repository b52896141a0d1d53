import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0201',
  title: 'Shown in a simpler way',
  topic: 'picture',
  what: 'The text uses a field whose effect the picture shows in kind, and not in every detail.',
  why: 'Meshscope computes what Envoy would do. Where it does so more simply than Envoy, the ledger of fidelity has a row that says what differs.',
  shows: 'Nothing is wrong in the cluster; it acts on the field in full.',
  check: [
    {
      run: 'istioctl proxy-config cluster deploy/reviews --fqdn reviews.default.svc.cluster.local -o json',
      prints: 'What Envoy was told, in full.',
    },
  ],
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
 spec:
   host: reviews
   trafficPolicy:
-    loadBalancer: { simple: RANDOM }
+    connectionPool: { tcp: { connectTimeout: 1s } }
`,
}
