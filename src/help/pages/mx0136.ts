import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0136',
  title: 'TLS of a subset without a CA of its own',
  topic: 'security',
  what: 'A subset begins TLS and does not say which authority may vouch for its servers.',
  why: 'The tls of a subset takes the place of the general one as a whole, so caCertificates written above do not count here. Without them a proxy trusts the authorities of its operating system, since Istio 1.21.',
  shows: 'Servers of the subset with a certificate of a private authority are refused: 503, flag UF.',
  check: [
    {
      run: 'istioctl proxy-config cluster deploy/reviews --fqdn prices.shop.internal --subset v1 -o json',
      prints: 'Under the TLS context the source of trusted_ca.',
    },
    {
      run: "kubectl get destinationrule prices -o jsonpath='{.spec.subsets[*].trafficPolicy.tls}'",
      prints: 'A mode without caCertificates.',
    },
  ],
  toolSays: 'It does not look into subsets (IST0128 is for the host, IST0129 for a port).',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: ServiceEntry
 metadata:
   name: prices
 spec:
   hosts: [prices.shop.internal]
   location: MESH_INTERNAL
   resolution: STATIC
   ports:
   - { number: 443, name: http, protocol: HTTP }
   endpoints:
   - { address: 10.7.0.4, labels: { version: v1 } }
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: prices
 spec:
   host: prices.shop.internal
   subsets:
   - name: v1
     labels: { version: v1 }
     trafficPolicy:
-      tls: { mode: SIMPLE }
+      tls: { mode: SIMPLE, caCertificates: /etc/certs/prices-ca.pem }
`,
}
