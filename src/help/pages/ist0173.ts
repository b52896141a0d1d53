import type { HelpPage } from '../help-page.ts'
import { REVIEWS_V1_V2 } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0173',
  title: 'A subset that selects no pod',
  topic: 'destinations',
  what: 'The labels of a subset are on no pod.',
  why: 'A subset picks those pods of its Service that have all of its labels. Labels are compared as text, and it is the labels of the pods that count, not those of the Deployment.',
  shows:
    'The cluster exists and has no endpoint: requests to it get 503, flag UH, with the body “no healthy upstream”.',
  check: [
    {
      run: 'istioctl proxy-config endpoint deploy/reviews-v1 --cluster "outbound|9080|v2|reviews.default.svc.cluster.local"',
      prints: 'No rows.',
    },
    {
      run: 'kubectl get pods -l app=reviews --show-labels',
      prints: 'The labels that a subset of reviews can ask for.',
    },
  ],
  toolSays:
    'Any pod of any namespace with these labels satisfies it, one of another app too, and a subset without labels takes any pod. Silence does not mean that reviews has such a pod.',
  example: `${REVIEWS_V1_V2}
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
 spec:
   host: reviews
   subsets:
   - name: v1
     labels: { version: v1 }
   - name: v2
-    labels: { version: "2" }
+    labels: { version: v2 }
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - route:
     - destination: { host: reviews, subset: v1 }
       weight: 80
     - destination: { host: reviews, subset: v2 }
       weight: 20
`,
}
