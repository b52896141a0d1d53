import type { HelpPage } from '../help-page.ts'
import { FRONT, INGRESS, REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0123',
  title: 'A match for a Gateway that is not there',
  topic: 'gateways',
  what: 'A match names a Gateway, and no Gateway has that name.',
  why: 'gateways of a match narrows spec.gateways down for one match. A name without a namespace means a Gateway of the VirtualService’s own namespace.',
  shows: 'The match takes no request, nowhere. A later rule answers, or 404 with flag NR.',
  check: [
    { run: 'kubectl get gateways.networking.istio.io -A', prints: 'front, and no edge.' },
    {
      run: 'istioctl proxy-config route deploy/istio-ingressgateway -n istio-system',
      prints: 'No row for /api.',
    },
  ],
  toolSays: 'It looks up spec.gateways (IST0101), and not those of a match.',
  example: `${INGRESS}
 ---
${REVIEWS}
 ---
${FRONT}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [shop.example.com]
   gateways: [front]
   http:
   - match:
     - uri: { prefix: /api }
-      gateways: [edge]
+      gateways: [front]
     timeout: 2s
     route:
     - destination: { host: reviews }
   - route:
     - destination: { host: reviews }
`,
}
