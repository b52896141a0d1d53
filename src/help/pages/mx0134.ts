import type { HelpPage } from '../help-page.ts'
import { INGRESS, REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0134',
  title: 'One host of several that no server has',
  topic: 'gateways',
  what: 'A VirtualService has several hosts; its Gateway has a server for some of them, and none for this one.',
  why: 'At a gateway only those hosts of a VirtualService count that one of the Gateway’s servers lists.',
  shows: 'Requests for the host get 404, flag NR. With TLS already the handshake finds no certificate for it.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/istio-ingressgateway -n istio-system',
      prints: 'A row for shop.example.com, and none for www.example.com.',
    },
    { run: 'kubectl get gateways.networking.istio.io front -o yaml', prints: 'The hosts of its servers.' },
  ],
  toolSays: 'It is content when one of the hosts is served (IST0132 is for none).',
  example: `${INGRESS}
 ---
${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: Gateway
 metadata:
   name: front
 spec:
   selector: { istio: ingressgateway }
   servers:
   - port: { number: 80, name: http, protocol: HTTP }
-    hosts: [shop.example.com]
+    hosts: [shop.example.com, www.example.com]
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [shop.example.com, www.example.com]
   gateways: [front]
   http:
   - route:
     - destination: { host: reviews }
`,
}
