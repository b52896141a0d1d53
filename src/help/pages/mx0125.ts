import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0125',
  title: 'A backend that is not there',
  topic: 'destinations',
  what: 'A route of the Gateway API sends requests to a Service that does not exist.',
  why: 'A backend is named by the Service’s name; one of another namespace needs namespace beside it, and a ReferenceGrant there.',
  shows:
    'The backend’s share of the requests is answered 500; the other backends keep theirs. The status of the route has ResolvedRefs False.',
  check: [
    {
      run: "kubectl get httproute reviews -o jsonpath='{.status.parents[*].conditions}'",
      prints: 'ResolvedRefs is False, with the reason BackendNotFound.',
    },
    { run: 'kubectl get service', prints: 'reviews, and no ratings.' },
  ],
  toolSays: 'It does not look up backends; it repeats a status only when the text has one (IST0171).',
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
   parentRefs: [{ name: front }]
   rules:
   - backendRefs:
-    - { name: ratings, port: 9080 }
+    - { name: reviews, port: 9080 }
`,
}
