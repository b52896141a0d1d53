import type { HelpPage } from '../help-page.ts'
import { FRONT, INGRESS, REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0124',
  title: 'A delegate that is not there',
  topic: 'rules',
  what: 'A rule hands its requests to another VirtualService, and that one does not exist.',
  why: 'istiod writes the rules of the delegate in the place of the rule. Without a delegate nothing stands in its place. A name without a namespace means one of the root’s own namespace.',
  shows: 'Requests that the rule describes are taken by a later rule, or get 404 with flag NR.',
  check: [
    { run: 'kubectl get virtualservice -A', prints: 'No VirtualService of the name that delegate gives.' },
    {
      run: 'istioctl proxy-config route deploy/istio-ingressgateway -n istio-system',
      prints: 'No row for /reviews.',
    },
  ],
  toolSays: 'It does not look up delegates.',
  example: `${INGRESS}
 ---
${REVIEWS}
 ---
${FRONT}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: shop
 spec:
   hosts: [shop.example.com]
   gateways: [front]
   http:
   - match: [{ uri: { prefix: /reviews } }]
-    delegate: { name: review }
+    delegate: { name: reviews }
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   http:
   - route:
     - destination: { host: reviews }
`,
}
