import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0125',
  title: 'An annotation with a value that cannot be read',
  topic: 'pods',
  what: 'An annotation of Istio’s has a value of the wrong form.',
  why: 'The injector parses its annotations when a pod is created: ports, IP ranges, durations, yes or no.',
  shows:
    'The injector refuses to inject the pod, and so the pod is not created: a Deployment stays at fewer pods than it should have.',
  check: [
    { run: "kubectl get pod reviews-abc -o jsonpath='{.metadata.annotations}'", prints: 'The value as it is.' },
    { run: 'kubectl get events --field-selector involvedObject.name=reviews-abc', prints: 'What the injector said.' },
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
-  annotations: { traffic.sidecar.istio.io/excludeOutboundPorts: "http" }
+  annotations: { traffic.sidecar.istio.io/excludeOutboundPorts: "80" }
 spec:
   containers:
   - { name: app, image: reviews }
   - { name: istio-proxy, image: istio/proxyv2 }
`,
}
