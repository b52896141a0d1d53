import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0167',
  title: 'A Sidecar in ambient mode',
  topic: 'scope',
  what: 'A Sidecar is written for pods that have no sidecar because they are in ambient mode.',
  why: 'In ambient mode ztunnel carries a pod’s traffic. There is no proxy of its own whose view a Sidecar could narrow.',
  shows: 'The Sidecar has no effect: pods see all that is exported to them.',
  check: [
    { run: 'kubectl get namespace default --show-labels', prints: 'The label istio.io/dataplane-mode=ambient.' },
    { run: 'istioctl ztunnel-config workloads', prints: 'The pods of reviews have the protocol HBONE.' },
  ],
  example: ` apiVersion: v1
 kind: Namespace
 metadata:
   name: default
-  labels: { istio.io/dataplane-mode: ambient }
+  labels: { istio-injection: enabled }
 ---
${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: Sidecar
 metadata:
   name: default
 spec:
   egress:
   - hosts: ["./*", "istio-system/*"]
`,
}
