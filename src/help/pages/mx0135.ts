import type { HelpPage } from '../help-page.ts'
import { FRONT, INGRESS, REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0135',
  title: 'A host below the wildcard of another Gateway',
  topic: 'gateways',
  what: 'Two Gateways listen on one port of the same pods: one for a wildcard, one for a host that the wildcard fits too.',
  why: 'For TLS the server name decides which Gateway’s certificate answers, and the exact host goes before the wildcard. For HTTP the routes of both stand beside each other, and the exact host goes first there too.',
  shows:
    'Routes that are bound to the Gateway with the wildcard get no request for the exact host where the other Gateway has it. Often that is what is wanted.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/istio-ingressgateway -n istio-system',
      prints: 'The exact host and the wildcard as two domains.',
    },
    {
      run: 'kubectl get gateways.networking.istio.io -A -o yaml',
      prints: 'front with the exact host, wide with the wildcard.',
    },
  ],
  toolSays: 'It compares hosts by their letters, so it sees two Gateways for one host and none of these.',
  example: `${INGRESS}
 ---
${REVIEWS}
 ---
${FRONT}
 ---
 apiVersion: networking.istio.io/v1
 kind: Gateway
 metadata:
   name: wide
 spec:
   selector: { istio: ingressgateway }
   servers:
   - port: { number: 80, name: http, protocol: HTTP }
-    hosts: ["*.example.com"]
+    hosts: ["*.example.org"]
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [shop.example.com]
   gateways: [front]
   http:
   - route:
     - destination: { host: reviews }
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: wide
 spec:
   hosts: ["*"]
   gateways: [wide]
   http:
   - route:
     - destination: { host: reviews }
`,
}
