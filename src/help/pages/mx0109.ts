import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0109',
  title: 'The dialled port does not exist there',
  topic: 'destinations',
  what: 'A destination names no port, and its Service does not have the port that the caller dialled.',
  why: 'Where a destination names no port, the route leads to the port of the request: dialled 9080, cluster of 9080. A Service of one port is no exception in a sidecar whose request came by another port.',
  shows: 'No such cluster exists: 503, flag NC.',
  check: [
    {
      run: 'istioctl proxy-config cluster deploy/reviews --fqdn ratings.default.svc.cluster.local',
      prints: 'Rows for port 8080 only.',
    },
    { run: "kubectl get service ratings -o jsonpath='{.spec.ports[*].port}'", prints: 'The ports that it has.' },
  ],
  example: `${REVIEWS}
 ---
 apiVersion: v1
 kind: Service
 metadata:
   name: ratings
 spec:
   selector: { app: ratings }
   ports:
   - { name: http, port: 8080 }
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: ratings
 spec:
   selector: { matchLabels: { app: ratings } }
   template:
     metadata: { labels: { app: ratings } }
     spec: { containers: [{ name: app, image: ratings }] }
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - route:
-    - destination: { host: ratings }
+    - destination: { host: ratings, port: { number: 8080 } }
`,
}
