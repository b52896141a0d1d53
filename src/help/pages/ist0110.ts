import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0110',
  title: 'Two Sidecars for one pod',
  topic: 'scope',
  what: 'Two Sidecars of a namespace select the same pod.',
  why: 'A pod has one Sidecar. Istio’s API leaves open which of several; istiod takes the oldest that matches, and the others have no say for the pod.',
  shows:
    'The pod sees what the one Sidecar imports and nothing of the other: hosts that only the second one lists get 502 or go out unrouted, as outboundTrafficPolicy says.',
  check: [
    {
      run: 'kubectl get sidecar reviews-web reviews-db --sort-by=.metadata.creationTimestamp',
      prints: 'The first one counts.',
    },
    {
      run: 'istioctl proxy-config cluster deploy/reviews',
      prints: 'Clusters of what that Sidecar imports, and of nothing else.',
    },
  ],
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: Sidecar
 metadata:
   name: reviews-web
 spec:
   workloadSelector: { labels: { app: reviews } }
   egress:
-  - hosts: ["./*"]
+  - hosts: ["./*", "istio-system/*"]
----
-apiVersion: networking.istio.io/v1
-kind: Sidecar
-metadata:
-  name: reviews-db
-spec:
-  workloadSelector: { labels: { app: reviews } }
-  egress:
-  - hosts: ["istio-system/*"]
`,
}
