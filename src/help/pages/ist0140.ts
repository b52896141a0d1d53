import type { HelpPage } from '../help-page.ts'
import { FRONT, REVIEWS_V1_V2, SUBSETS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0140',
  title: 'The gateway does not know the mesh’s rules',
  topic: 'gateways',
  what: 'A VirtualService of a gateway sends to a host without a subset, while a VirtualService of the mesh splits that host by subsets.',
  why: 'Rules are applied once, by the proxy that the request leaves from. A request from outside leaves from the gateway, which follows its own VirtualService and not that of the mesh.',
  shows: 'Requests through the gateway go to all pods of the Service; the canary of the mesh is not seen there.',
  check: [
    {
      run: "kubectl get virtualservice reviews shop -o jsonpath='{.items[*].spec.gateways}'",
      prints: 'Only shop is bound to front.',
    },
    {
      run: 'istioctl proxy-config route deploy/istio-ingressgateway -n istio-system -o json',
      prints: 'A cluster of reviews without a subset.',
    },
  ],
  toolSays:
    'It compares host names as they are written, and takes a VirtualService whose only gateway is mesh for one of a gateway; one with a gateway and mesh is reported against itself.',
  example: `${REVIEWS_V1_V2}
 ---
${SUBSETS}
 ---
${FRONT}
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
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: shop
 spec:
   hosts: [shop.example.com]
   gateways: [front]
   http:
   - route:
-    - destination: { host: reviews }
+    - destination: { host: reviews, subset: v1 }
`,
}
