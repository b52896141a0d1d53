import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0112',
  title: 'A destination that leaves the port open',
  topic: 'destinations',
  what: 'A rule sends to a Service of several ports and does not say to which.',
  why: 'Without a port a sidecar keeps the port that the caller dialled, and a gateway the port it listens on. That may be the right one by luck.',
  shows:
    'Where the Service has no such port, no cluster exists: 503, flag NC. Where it has, everything works, until somebody dials another port.',
  check: [
    { run: "kubectl get service reviews -o jsonpath='{.spec.ports[*].port}'", prints: 'More than one port.' },
    { run: 'istioctl proxy-config route deploy/reviews --name 9080 -o json', prints: 'The cluster and its port.' },
  ],
  toolSays: 'It asks for a port even where every caller dials one that the Service has.',
  example: ` apiVersion: v1
 kind: Service
 metadata:
   name: shop
 spec:
   ports:
   - { name: http, port: 80 }
 ---
 apiVersion: v1
 kind: Service
 metadata:
   name: reviews
 spec:
   selector: { app: reviews }
   ports:
   - { name: http, port: 9080 }
   - { name: http-metrics, port: 15020 }
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
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: shop
 spec:
   hosts: [shop]
   http:
   - route:
-    - destination: { host: reviews }
+    - destination: { host: reviews, port: { number: 9080 } }
`,
}
