import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0138',
  title: 'One certificate on two Gateways',
  topic: 'gateways',
  what: 'Two Gateways of the same gateway pods present the same certificate for different hosts.',
  why: 'A browser may send requests for a second host over an HTTP/2 connection it already has, if the certificate is good for that host too. The connection belongs to the filter chain of the first host.',
  shows:
    'Some requests get 404, flag NR: those that come over a connection that was opened for the other host. A new browser window or curl shows nothing.',
  check: [
    {
      run: "kubectl get gateway.networking.istio.io front admin -o jsonpath='{.items[*].spec.servers[*].tls}'",
      prints: 'The same certificate twice.',
    },
    {
      run: 'istioctl proxy-config listener deploy/istio-ingressgateway -n istio-system',
      prints: 'A filter chain for each SNI.',
    },
  ],
  toolSays: 'Only the Gateway with the wider selector is told when selectors differ.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: Gateway
 metadata:
   name: front
 spec:
   selector: { istio: ingressgateway }
   servers:
   - port: { number: 443, name: https, protocol: HTTPS }
     hosts: [shop.example.com]
     tls: { mode: SIMPLE, serverCertificate: /etc/certs/tls.crt, privateKey: /etc/certs/tls.key }
 ---
 apiVersion: networking.istio.io/v1
 kind: Gateway
 metadata:
   name: admin
 spec:
   selector: { istio: ingressgateway }
   servers:
   - port: { number: 443, name: https, protocol: HTTPS }
     hosts: [admin.example.com]
-    tls: { mode: SIMPLE, serverCertificate: /etc/certs/tls.crt, privateKey: /etc/certs/tls.key }
+    tls: { mode: SIMPLE, serverCertificate: /etc/certs/admin.crt, privateKey: /etc/certs/admin.key }
`,
}
