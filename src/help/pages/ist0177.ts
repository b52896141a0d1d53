import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0177',
  title: 'Two entries that disagree',
  topic: 'entries',
  what: 'Two ServiceEntries give one host and port different protocols.',
  why: 'Entries for the same host are put together. A port has one protocol, which decides whether the proxy reads HTTP, looks at SNI or passes bytes on.',
  shows:
    'The proxy takes one of the two. If it is not the one that callers speak, HTTP rules do nothing, or connections fail.',
  check: [
    {
      run: 'kubectl get serviceentry db-tls db-https --sort-by=.metadata.creationTimestamp',
      prints: 'The two entries, the older one first.',
    },
    {
      run: 'istioctl proxy-config listener deploy/reviews --port 443 -o json',
      prints: 'What the proxy makes of the port.',
    },
  ],
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: ServiceEntry
 metadata:
   name: db-https
 spec:
   hosts: [db.example.com]
   resolution: DNS
   ports:
   - { number: 443, name: https, protocol: HTTPS }
 ---
 apiVersion: networking.istio.io/v1
 kind: ServiceEntry
 metadata:
   name: db-tls
 spec:
   hosts: [db.example.com]
   resolution: DNS
   ports:
-  - { number: 443, name: tls, protocol: TLS }
+  - { number: 443, name: https, protocol: HTTPS }
`,
}
