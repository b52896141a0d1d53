import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0128',
  title: 'TLS without a CA of its own',
  topic: 'security',
  what: 'A DestinationRule has callers begin TLS and does not say which authority may vouch for the server.',
  why: 'Without caCertificates a proxy trusts the authorities of its operating system, since Istio 1.21. Before, it verified nothing.',
  shows:
    'A public server is verified as a browser would. A server whose certificate comes from a private authority is refused: 503, flag UF, with CERTIFICATE_VERIFY_FAILED in the access log.',
  check: [
    {
      run: 'istioctl proxy-config cluster deploy/reviews --fqdn api.shop.internal -o json',
      prints: 'Under the TLS context the source of trusted_ca.',
    },
    {
      run: "kubectl get destinationrule api -o jsonpath='{.spec.trafficPolicy.tls}'",
      prints: 'A mode without caCertificates.',
    },
  ],
  toolSays:
    'It still says that the server is not verified, of public servers too. It says so even when insecureSkipVerify asks for that, and it does not look into subsets.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: ServiceEntry
 metadata:
   name: api
 spec:
   hosts: [api.shop.internal]
   location: MESH_INTERNAL
   resolution: DNS
   ports:
   - { number: 443, name: http, protocol: HTTP }
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: api
 spec:
   host: api.shop.internal
   trafficPolicy:
-    tls: { mode: SIMPLE }
+    tls: { mode: SIMPLE, caCertificates: /etc/certs/api-ca.pem }
`,
}
