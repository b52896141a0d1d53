import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0147',
  title: 'A placeholder that nobody fills in: pod',
  topic: 'pods',
  what: 'A pod has the image auto, and the injector was not called for it.',
  why: 'The injector replaces the placeholder when a pod is created. A pod that exists with it has missed that, and stays so until it is created anew.',
  shows: 'The pod never starts: ErrImagePull, ImagePullBackOff.',
  check: [
    { run: "kubectl get pod edge-abc -o jsonpath='{.spec.containers[*].image}'", prints: 'The image auto.' },
    { run: 'kubectl describe pod edge-abc', prints: 'Failed to pull image "auto".' },
  ],
  example: ` apiVersion: v1
 kind: Namespace
 metadata:
   name: default
 ---
 apiVersion: v1
 kind: Pod
 metadata:
   name: edge-abc
   labels: { app: edge }
 spec:
-  containers: [{ name: istio-proxy, image: auto }]
+  containers: [{ name: istio-proxy, image: istio/proxyv2 }]
`,
}
