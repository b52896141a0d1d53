import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0129',
  title: 'TLS of one port without a CA of its own',
  topic: 'security',
  what: 'The settings for one port of a DestinationRule begin TLS and do not name an authority.',
  why: 'Settings of a port take the place of the general ones as a whole, so caCertificates written above do not count here. Without them a proxy trusts the authorities of its operating system, since Istio 1.21.',
  shows:
    'A public server is verified as a browser would. On that port a server with a certificate of a private authority is refused: 503, flag UF. Other ports work.',
  check: [
    {
      run: 'istioctl proxy-config cluster deploy/reviews --fqdn api.shop.internal --port 443 -o json',
      prints: 'Under the TLS context the source of trusted_ca.',
    },
    {
      run: "kubectl get destinationrule api -o jsonpath='{.spec.trafficPolicy.portLevelSettings}'",
      prints: 'A mode without caCertificates.',
    },
  ],
  toolSays: 'It still says that the server is not verified, of public servers too, and it does not look into subsets.',
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
     portLevelSettings:
     - port: { number: 443 }
-      tls: { mode: SIMPLE }
+      tls: { mode: SIMPLE, caCertificates: /etc/certs/api-ca.pem }
`,
}
