import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0146',
  title: 'A placeholder that nobody fills in: Deployment',
  topic: 'pods',
  what: 'The template of a Deployment has the image auto, and its pods will not be injected.',
  why: 'Gateways are written with image: auto, which the injector replaces by the proxy’s image. It is called only where the labels of the namespace and of the pod ask for it.',
  shows: 'Pods are created with an image that does not exist: ErrImagePull, ImagePullBackOff.',
  check: [
    {
      run: "kubectl get deploy edge -o jsonpath='{.spec.template.metadata.labels}'",
      prints: 'No label asks for injection.',
    },
    { run: 'kubectl get namespace default --show-labels', prints: 'Neither does the namespace.' },
  ],
  toolSays: 'A namespace that is not part of what is analyzed counts as one without labels.',
  example: ` apiVersion: v1
 kind: Namespace
 metadata:
   name: default
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: edge
 spec:
   selector: { matchLabels: { app: edge } }
   template:
-    metadata: { labels: { app: edge } }
+    metadata: { labels: { app: edge, sidecar.istio.io/inject: "true" } }
     spec: { containers: [{ name: istio-proxy, image: auto }] }
`,
}
