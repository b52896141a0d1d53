import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0112',
  title: 'An HTTPRoute without a parent',
  topic: 'gateways',
  what: 'The parent that an HTTPRoute names does not exist, or does not take it.',
  why: 'A route is attached by both sides: the route names a parent, and the parent’s listener must allow routes of its namespace and a hostname of it.',
  shows:
    'The route is accepted by the API server and has no effect. Its status says so: Accepted is False, or there is no status for the parent at all.',
  check: [
    {
      run: "kubectl get httproute reviews -o jsonpath='{.status.parents[*].conditions}'",
      prints: 'Accepted is False, or nothing.',
    },
    { run: 'kubectl get gateways.gateway.networking.k8s.io -A', prints: 'No Gateway of the name frontend.' },
  ],
  toolSays: 'It does not look up the parents of routes; it repeats a status only when the text has one (IST0171).',
  example: `${REVIEWS}
 ---
 apiVersion: gateway.networking.k8s.io/v1
 kind: Gateway
 metadata:
   name: front
 spec:
   gatewayClassName: istio
   listeners:
   - { name: http, port: 80, protocol: HTTP }
 ---
 apiVersion: gateway.networking.k8s.io/v1
 kind: HTTPRoute
 metadata:
   name: reviews
 spec:
-  parentRefs: [{ name: frontend }]
+  parentRefs: [{ name: front }]
   rules:
   - backendRefs: [{ name: reviews, port: 9080 }]
`,
}
