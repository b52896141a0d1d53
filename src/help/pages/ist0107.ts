import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0107',
  title: 'An annotation at the wrong kind of resource',
  topic: 'pods',
  what: 'An annotation of Istio’s stands on a resource where it means nothing.',
  why: 'Every annotation belongs to certain kinds: those that shape the sidecar belong to pods, so to the template of a Deployment and not to the Deployment or the Service.',
  shows: 'The annotation is stored and ignored. Here the sidecar starts with its usual CPU request.',
  check: [
    {
      run: "kubectl get service reviews -o jsonpath='{.metadata.annotations}'",
      prints: 'The annotation, on the Service.',
    },
    {
      run: "kubectl get pods -l app=reviews -o jsonpath='{.items[*].metadata.annotations}'",
      prints: 'The annotation is not there.',
    },
  ],
  example: ` apiVersion: v1
 kind: Service
 metadata:
   name: reviews
-  annotations: { sidecar.istio.io/proxyCPU: 100m }
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
-    metadata: { labels: { app: reviews } }
+    metadata:
+      labels: { app: reviews }
+      annotations: { sidecar.istio.io/proxyCPU: 100m }
     spec: { containers: [{ name: app, image: reviews }] }
`,
}
