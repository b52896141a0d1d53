import type { HelpPage } from '../help-page.ts'
import { REVIEWS_V1_V2, SUBSETS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0108',
  title: 'A destination without a weight',
  topic: 'rules',
  what: 'A rule has several destinations, and one of them has no weight.',
  why: 'The weight is a number whose default is 0, and a destination of weight 0 is never drawn. Only a single destination needs none.',
  shows: 'The destination gets no request. The rest is shared among the others, as if it were not there.',
  check: [
    {
      run: "kubectl get virtualservice reviews -o jsonpath='{.spec.http[0].route}'",
      prints: 'One destination without a weight.',
    },
    {
      run: 'istioctl proxy-config route deploy/reviews-v1 --name 9080 -o json',
      prints: 'A weighted cluster whose weight is 0 or absent.',
    },
  ],
  toolSays: 'It says nothing about weights.',
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
     - destination: { host: reviews, subset: v1 }
-      weight: 100
+      weight: 90
     - destination: { host: reviews, subset: v2 }
+      weight: 10
`,
}
