import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0103',
  title: 'A pod that came before its sidecar',
  topic: 'pods',
  what: 'A pod runs in a namespace with injection and has no proxy container.',
  why: 'The injector changes a pod when it is created. Pods that were there before the label, or were created while the injector could not be reached, stay as they are.',
  shows:
    'The pod is reached and calls others without the mesh: no rules, no mTLS. Its neighbours of the same Deployment may have a sidecar.',
  check: [
    {
      run: "kubectl get pod reviews-abc -o jsonpath='{.spec.containers[*].name} {.spec.initContainers[*].name}'",
      prints: 'No istio-proxy.',
    },
    {
      run: 'kubectl get namespace default --show-labels',
      prints: 'Injection is asked for: a pod that is created now gets its proxy.',
    },
  ],
  example: ` apiVersion: v1
 kind: Namespace
 metadata:
   name: default
   labels: { istio-injection: enabled }
 ---
 apiVersion: v1
 kind: Pod
 metadata:
   name: reviews-abc
   labels: { app: reviews }
 spec:
   containers:
   - { name: app, image: reviews }
+  - { name: istio-proxy, image: istio/proxyv2 }
`,
}
