import type { HelpPage } from '../help-page.ts'
import { REVIEWS_V1_V2, SUBSETS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0106',
  title: 'Weights that are no percentages',
  topic: 'rules',
  what: 'The weights of a rule add up to something other than 100.',
  why: 'Envoy draws a number below the sum of the weights, so a weight is a share of that sum. Istio has not asked for 100 since 1.15.',
  shows: 'It works. Only whoever reads the numbers as percent is misled: 3 and 1 are 75 % and 25 %.',
  check: [
    { run: 'istioctl proxy-config route deploy/reviews-v1 --name 9080 -o json', prints: 'totalWeight is the sum.' },
    { run: "kubectl get virtualservice reviews -o jsonpath='{.spec.http[0].route[*].weight}'", prints: 'The weights.' },
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
-      weight: 3
+      weight: 75
     - destination: { host: reviews, subset: v2 }
-      weight: 1
+      weight: 25
`,
}
