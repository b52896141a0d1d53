import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0148',
  title: 'Injected although nothing asks for it',
  topic: 'pods',
  what: 'A namespace has no injection label, and the injector adds sidecars there nevertheless.',
  why: 'Istio was installed with enableNamespacesByDefault: every namespace that does not refuse gets sidecars.',
  shows:
    'Pods of the namespace are in the mesh. Nothing is wrong; a label makes it visible and keeps it so when the installation changes.',
  check: [
    { run: 'kubectl get namespace shop --show-labels', prints: 'No injection label.' },
    {
      run: "kubectl get configmap istio-sidecar-injector -n istio-system -o jsonpath='{.data.values}'",
      prints: 'The setting enableNamespacesByDefault, true.',
    },
  ],
  example: ` apiVersion: v1
 kind: Namespace
 metadata:
   name: shop
+  labels: { istio-injection: enabled }
 ---
 apiVersion: v1
 kind: ConfigMap
 metadata:
   name: istio-sidecar-injector
   namespace: istio-system
 data:
   values: '{"sidecarInjectorWebhook":{"enableNamespacesByDefault":true}}'
`,
}
