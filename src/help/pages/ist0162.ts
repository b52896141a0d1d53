import type { HelpPage } from '../help-page.ts'
import { INGRESS, REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0162',
  title: 'A port that the gateway’s Service does not have',
  topic: 'gateways',
  what: 'A Gateway opens a port, and no Service of the gateway’s pods leads to it.',
  why: 'The port is opened inside the pods. From outside one gets to them through their Service, which forwards only the ports that it lists.',
  shows: 'The gateway listens, and connections from outside are refused or time out before they reach it.',
  check: [
    {
      run: "kubectl get service istio-ingressgateway -n istio-system -o jsonpath='{.spec.ports}'",
      prints: '9443 is not among them.',
    },
    {
      run: 'istioctl proxy-config listener deploy/istio-ingressgateway -n istio-system --port 9443',
      prints: 'The listener is there.',
    },
  ],
  toolSays:
    'Where a targetPort is a name, the number behind it is not known, and the container’s own port is reported.',
  example: `${REVIEWS}
 ---
${INGRESS}
 ---
 apiVersion: networking.istio.io/v1
 kind: Gateway
 metadata:
   name: front
 spec:
   selector: { istio: ingressgateway }
   servers:
-  - port: { number: 9443, name: http, protocol: HTTP }
+  - port: { number: 80, name: http, protocol: HTTP }
     hosts: [shop.example.com]
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
`,
}
