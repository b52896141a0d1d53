import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0135',
  title: 'An annotation on its way out',
  topic: 'pods',
  what: 'An annotation of Istio’s has a successor.',
  why: 'sidecar.istio.io/inject, the usual case, became a label: labels let Kubernetes call the injector only for pods that want it.',
  shows: 'It still works. After an upgrade it may do nothing.',
  check: [{ run: "kubectl get pod reviews-abc -o jsonpath='{.metadata.annotations}'", prints: 'The old annotation.' }],
  example: ` apiVersion: v1
 kind: Pod
 metadata:
   name: reviews-abc
-  labels: { app: reviews }
-  annotations: { sidecar.istio.io/inject: "false" }
+  labels: { app: reviews, sidecar.istio.io/inject: "false" }
 spec:
   containers:
   - { name: app, image: reviews }
`,
}
