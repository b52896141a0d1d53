import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'MX0101',
  title: 'Nobody there to answer',
  topic: 'destinations',
  what: 'A destination leads to a Service or a subset without a pod that is ready.',
  why: 'istiod tells the proxies the endpoints that Kubernetes knows. A Deployment that is scaled to 0, a selector that fits no pod or a failing readiness probe leaves none.',
  shows:
    'Requests get 503, flag UH, with the body “no healthy upstream”. They are not tried again: there is nobody to try.',
  check: [
    {
      run: 'kubectl get endpointslices -l kubernetes.io/service-name=reviews',
      prints: 'No address, or none that is ready.',
    },
    { run: 'kubectl get pods -l app=reviews', prints: 'No pod, or READY 0/1.' },
  ],
  toolSays: 'It does not look at readiness or at replicas.',
  example: ` apiVersion: v1
 kind: Service
 metadata:
   name: reviews
 spec:
   selector: { app: reviews }
   ports:
   - { name: http, port: 9080 }
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: reviews
 spec:
-  replicas: 0
+  replicas: 2
   selector: { matchLabels: { app: reviews } }
   template:
     metadata: { labels: { app: reviews } }
     spec: { containers: [{ name: app, image: reviews }] }
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - route:
     - destination: { host: reviews }
`,
}
