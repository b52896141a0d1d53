import type { HelpPage } from '../help-page.ts'
import { INGRESS, REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0161',
  title: 'A certificate that cannot be used',
  topic: 'gateways',
  what: 'The Secret that a Gateway names holds no certificate that can be read, or one that has expired.',
  why: 'A TLS Secret holds a chain and its key in PEM, in Kubernetes once more in base64. A placeholder, a wrong key of the Secret or a missed renewal gets this far.',
  shows: 'The gateway has no certificate for the server and closes every TLS connection to it.',
  check: [
    {
      run: "kubectl get secret shop-cert -n istio-system -o jsonpath='{.data}'",
      prints: 'The keys tls.crt and tls.key, or others.',
    },
    {
      run: 'istioctl proxy-config secret deploy/istio-ingressgateway -n istio-system',
      prints: 'VALID CERT is false, or the Secret is missing.',
    },
  ],
  toolSays:
    'It does not look at credentialNames, the list. The repair shown here uses files that are mounted into the gateway; a good pair in the Secret does as well.',
  example: `${REVIEWS}
 ---
${INGRESS}
 ---
 apiVersion: v1
 kind: Secret
 metadata:
   name: shop-cert
   namespace: istio-system
 type: kubernetes.io/tls
 data:
   tls.crt: bm90IHJlYWQgYnkgdGhlIGNoZWNr
   tls.key: bm90IHJlYWQgYnkgdGhlIGNoZWNr
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
-    tls: { mode: SIMPLE, credentialName: shop-cert }
+    tls: { mode: SIMPLE, serverCertificate: /etc/certs/tls.crt, privateKey: /etc/certs/tls.key }
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
