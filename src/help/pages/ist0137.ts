import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0137',
  title: 'One container port behind several Service ports',
  topic: 'services',
  what: 'Two Services lead to the same port of the same pods by different ports of their own.',
  why: 'Inbound the sidecar knows one listener for each port of the pod, and one Service port that it stands for. Which of several is not said.',
  shows: 'Requests arrive. Metrics and policies on the side of the pods may name the other Service or its port.',
  check: [
    {
      run: "kubectl get service reviews reviews-alt -o jsonpath='{.items[*].spec.ports}'",
      prints: 'Different ports, one targetPort.',
    },
    {
      run: 'istioctl proxy-config cluster deploy/reviews --direction inbound',
      prints: 'One inbound cluster for port 8080.',
    },
  ],
  toolSays: 'Two ports of a single Service with one targetPort are reported as a conflict of the Service with itself.',
  example: ` apiVersion: v1
 kind: Service
 metadata:
   name: reviews
 spec:
   selector: { app: reviews }
   ports:
   - { name: http, port: 80, targetPort: 8080 }
 ---
 apiVersion: v1
 kind: Service
 metadata:
   name: reviews-alt
 spec:
   selector: { app: reviews }
   ports:
-  - { name: http, port: 81, targetPort: 8080 }
+  - { name: http, port: 80, targetPort: 8080 }
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
