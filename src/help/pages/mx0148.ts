import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0148',
  title: 'Not exported to who calls',
  topic: 'scope',
  what: 'exportTo keeps a Service, a ServiceEntry, or the rules for a host from a caller of the Scenario.',
  why: 'istiod tells a proxy only of what is exported to its namespace: exportTo of the resource, or the annotation networking.istio.io/exportTo of a Service. A dot means the resource’s own namespace. Nothing is said where the caller’s namespace has rules of its own for the host.',
  shows:
    'Callers there do without it: without a VirtualService requests go to any pod, without a DestinationRule its subsets do not exist (503, flag NC), and a hidden Service is an unknown host.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/shop -n shop --name 9080',
      prints: 'The column VIRTUAL SERVICE is empty for reviews.',
    },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'exportTo without the namespace of the caller.' },
  ],
  toolSays: 'It does not ask who calls.',
  example: `${REVIEWS}
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: shop
   namespace: shop
 spec:
   selector: { matchLabels: { app: shop } }
   template:
     metadata: { labels: { app: shop } }
     spec: { containers: [{ name: app, image: shop }] }
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
-  exportTo: [.]
+  exportTo: [., shop]
   http:
   - timeout: 2s
     route:
     - destination: { host: reviews }
 ---
 apiVersion: meshscope/v1
 kind: Scenario
 metadata:
   name: play
 spec:
   clients:
   - from: shop.shop
     url: http://reviews.default.svc.cluster.local:9080/
`,
}
