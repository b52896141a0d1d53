import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0134',
  title: 'A TCP host without an address',
  topic: 'entries',
  what: 'A ServiceEntry has a TCP port and no addresses.',
  why: 'A TCP connection carries no host name, so a proxy can tell hosts apart by their addresses only. Without an address the entry’s listener is for the port alone.',
  shows:
    'Every connection to that port that nothing else claims is taken for this host. Two such entries on one port get in each other’s way.',
  check: [
    { run: 'istioctl proxy-config listener deploy/reviews --port 5432', prints: 'The address 0.0.0.0.' },
    {
      run: "kubectl get serviceentry db -o jsonpath='{.spec.addresses} {.status.addresses}'",
      prints: 'No address, written or assigned.',
    },
  ],
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: ServiceEntry
 metadata:
   name: db
 spec:
   hosts: [db.example.com]
+  addresses: [192.0.2.10]
   resolution: DNS
   ports:
   - { number: 5432, name: tcp, protocol: TCP }
`,
}
