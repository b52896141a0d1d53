import type { HelpPage } from '../help-page.ts'
import { REVIEWS_V1_V2 } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0140',
  title: 'A subset of all pods',
  topic: 'destinations',
  what: 'A subset has neither labels nor a trafficPolicy of its own.',
  why: 'Labels leave pods out. Without any the subset holds all pods of the Service, like the host itself.',
  shows: 'Requests for the subset reach every version. A canary that is meant for one is spread over all.',
  check: [
    {
      run: "istioctl proxy-config endpoint deploy/reviews-v1 --cluster 'outbound|9080|v1|reviews.default.svc.cluster.local'",
      prints: 'The pods of both versions.',
    },
    { run: 'kubectl get pods -l app=reviews --show-labels', prints: 'What labels there are to tell them apart.' },
  ],
  toolSays: 'It finds nothing wrong with it.',
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
+    labels: { version: v1 }
`,
}
