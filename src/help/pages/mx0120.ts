import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0120',
  title: 'A subset without pods, unseen by istioctl',
  topic: 'destinations',
  what: 'The labels of a subset are on pods, but on none of the subset’s Service.',
  why: 'A subset picks among the pods of its Service. Pods of another app may carry the same version and do not count.',
  shows: 'The cluster exists and has no endpoint: 503, flag UH.',
  check: [
    {
      run: 'istioctl proxy-config endpoint deploy/ratings --cluster "outbound|9080|v2|reviews.default.svc.cluster.local"',
      prints: 'No row that is HEALTHY.',
    },
    { run: 'kubectl get pods -l version=v2 --show-labels', prints: 'Pods of ratings, none of reviews.' },
  ],
  toolSays: 'It is content with any pod that has the labels, of any app and any namespace.',
  example: `${REVIEWS}
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: ratings
 spec:
-  selector: { matchLabels: { app: ratings, version: v2 } }
+  selector: { matchLabels: { app: reviews, version: v2 } }
   template:
-    metadata: { labels: { app: ratings, version: v2 } }
+    metadata: { labels: { app: reviews, version: v2 } }
     spec: { containers: [{ name: app, image: ratings }] }
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
 spec:
   host: reviews
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
