import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0144',
  title: 'An application with the proxy’s user id',
  topic: 'pods',
  what: 'A container runs as user 1337.',
  why: 'The rules that send a pod’s traffic to its sidecar make an exception for user 1337, which is the sidecar itself. An application of the same user is not told apart.',
  shows:
    'Requests that the application sends pass the sidecar by: no rules, no mTLS, no metrics, and STRICT pods refuse them.',
  check: [
    {
      run: "kubectl get deploy reviews -o jsonpath='{.spec.template.spec.securityContext}'",
      prints: 'A runAsUser of 1337.',
    },
  ],
  toolSays: 'Of controllers only Deployments are looked at; a StatefulSet is reported through its pods.',
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
   selector: { matchLabels: { app: reviews } }
   template:
     metadata: { labels: { app: reviews } }
     spec:
-      securityContext: { runAsUser: 1337 }
+      securityContext: { runAsUser: 1000 }
       containers: [{ name: app, image: reviews }]
`,
}
