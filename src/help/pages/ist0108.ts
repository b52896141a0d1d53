import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0108',
  title: 'An annotation that nobody reads',
  topic: 'pods',
  what: 'An annotation has a name under istio.io that Istio does not have.',
  why: 'Annotations are free text to Kubernetes: no schema refuses a typo, and names are case-sensitive.',
  shows: 'The annotation does nothing. Here the Service stays visible in all namespaces.',
  check: [
    {
      run: "kubectl get service reviews -o jsonpath='{.metadata.annotations}'",
      prints: 'The annotation as it is spelt.',
    },
  ],
  example: ` apiVersion: v1
 kind: Service
 metadata:
   name: reviews
-  annotations: { networking.istio.io/exportto: "." }
+  annotations: { networking.istio.io/exportTo: "." }
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
   selector: { matchLabels: { app: reviews } }
   template:
     metadata: { labels: { app: reviews } }
     spec: { containers: [{ name: app, image: reviews }] }
`,
}
