import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0116',
  title: 'One port, two transport protocols',
  topic: 'services',
  what: 'Two Services select the same pods and give one port number to TCP in the one and to UDP in the other.',
  why: 'Istio asks that a workload’s port has one protocol in all Services that select it. It routes TCP and leaves UDP alone.',
  shows: 'Traffic of the UDP Service passes the sidecar by, so no rule and no mTLS applies to it.',
  check: [
    {
      run: "kubectl get service web dns -o jsonpath='{.items[*].spec.ports}'",
      prints: 'One port number with TCP and with UDP.',
    },
    { run: 'kubectl get endpointslices -l kubernetes.io/service-name=dns', prints: 'The same pods as those of web.' },
  ],
  toolSays: 'A single Service with TCP and UDP on one port, as DNS has it, is reported against itself, without need.',
  example: ` apiVersion: v1
 kind: Service
 metadata:
   name: web
 spec:
   selector: { app: reviews }
   ports:
   - { name: http, port: 8053 }
 ---
 apiVersion: v1
 kind: Service
 metadata:
   name: dns
 spec:
   selector: { app: reviews }
   ports:
-  - { name: udp-dns, port: 8053, protocol: UDP }
+  - { name: udp-dns, port: 53, protocol: UDP }
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: reviews
 spec:
   selector: { matchLabels: { app: reviews } }
   template:
     metadata: { labels: { app: reviews } }
     spec: { containers: [{ name: app, image: reviews }] }
`,
}
