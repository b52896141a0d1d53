import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0102',
  title: 'A namespace without sidecars',
  topic: 'pods',
  what: 'A namespace has no label that asks for injection, and none that refuses it.',
  why: 'The injector adds a sidecar where a label of the namespace or of the pod asks for it. Without a label it leaves pods alone.',
  shows:
    'Pods of the namespace have one container less than in the mesh. Their requests follow no VirtualService and no DestinationRule, and STRICT pods refuse them.',
  check: [
    { run: 'kubectl get namespace shop --show-labels', prints: 'No istio-injection and no istio.io/rev.' },
    { run: 'kubectl get pods -n shop', prints: 'READY 1/1 where a pod with its sidecar has 2/2.' },
  ],
  toolSays: 'A namespace whose pods ask for injection by a label of their own is reported all the same.',
  example: ` apiVersion: v1
 kind: Namespace
 metadata:
   name: shop
+  labels: { istio-injection: enabled }
 ---
 apiVersion: v1
 kind: Service
 metadata:
   name: reviews
   namespace: shop
 spec:
   selector: { app: reviews }
   ports:
   - { name: http, port: 9080 }
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: reviews
   namespace: shop
 spec:
   selector: { matchLabels: { app: reviews } }
   template:
     metadata: { labels: { app: reviews } }
     spec: { containers: [{ name: app, image: reviews }] }
`,
}
