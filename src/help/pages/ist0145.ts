import type { HelpPage } from '../help-page.ts'
import { FRONT, REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0145',
  title: 'Two Gateways for one host and port',
  topic: 'gateways',
  what: 'Two Gateways open the same port for the same host on the same gateway pods.',
  why: 'Servers of all Gateways that select a pod are put together by port, the oldest Gateway first. With TLS a host can have one server for a port, which has the certificate.',
  shows:
    'With TLS the later server is dropped, with its certificate and mode. With plain HTTP the routes that are bound to either apply to both.',
  check: [
    {
      run: 'kubectl get gateway.networking.istio.io front back --sort-by=.metadata.creationTimestamp',
      prints: 'Both, the older one first.',
    },
    {
      run: 'istioctl proxy-config route deploy/istio-ingressgateway -n istio-system',
      prints: 'One virtual host for shop.example.com.',
    },
  ],
  toolSays:
    'A wildcard host beside an exact one is not reported. With three or more on one port it may name an innocent one.',
  example: `${REVIEWS}
 ---
${FRONT}
 ---
 apiVersion: networking.istio.io/v1
 kind: Gateway
 metadata:
   name: back
 spec:
   selector: { istio: ingressgateway }
   servers:
   - port: { number: 80, name: http-back, protocol: HTTP }
-    hosts: [shop.example.com]
+    hosts: [back.example.com]
`,
}
