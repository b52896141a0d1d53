import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0115',
  title: 'An ExternalName as a destination',
  topic: 'destinations',
  what: 'A destination is a Service of type ExternalName, and Envoy has no cluster for it.',
  why: 'An ExternalName Service is an alias: the name of another host. Envoy’s clusters are made for the target, so routes must name the target, and the mesh must know it by a Service or a ServiceEntry.',
  shows: 'No such cluster exists: 503, flag NC.',
  check: [
    {
      run: 'istioctl proxy-config cluster deploy/reviews --fqdn billing.default.svc.cluster.local',
      prints: 'No rows.',
    },
    { run: "kubectl get service billing -o jsonpath='{.spec.externalName}'", prints: 'The host to name instead.' },
  ],
  toolSays: 'It finds the Service and stays silent.',
  example: `${REVIEWS}
 ---
 apiVersion: v1
 kind: Service
 metadata:
   name: billing
 spec:
   type: ExternalName
   externalName: billing.example.com
   ports:
   - { name: http, port: 80 }
 ---
 apiVersion: networking.istio.io/v1
 kind: ServiceEntry
 metadata:
   name: billing
 spec:
   hosts: [billing.example.com]
   resolution: DNS
   ports:
   - { name: http, number: 80, protocol: HTTP }
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - match: [{ uri: { prefix: /billing } }]
     route:
-    - destination: { host: billing, port: { number: 80 } }
+    - destination: { host: billing.example.com, port: { number: 80 } }
   - route:
     - destination: { host: reviews }
`,
}
