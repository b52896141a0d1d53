import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0166',
  title: 'A selector that does not reach a gateway',
  topic: 'security',
  what: 'A policy selects the pods of a Gateway of the Gateway API by their labels.',
  why: 'Policies reach such gateways and waypoints by targetRefs, which name the Gateway. A selector is for sidecars and for gateways that are deployed by hand.',
  shows: 'The policy has no effect at the gateway: what it should deny is let in.',
  check: [
    { run: "kubectl get authorizationpolicy front-only -o jsonpath='{.spec}'", prints: 'A selector, no targetRefs.' },
    { run: 'istioctl x authz check deploy/front-istio', prints: 'The policy is not in the list.' },
  ],
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
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: front-istio
 spec:
   selector: { matchLabels: { gateway.networking.k8s.io/gateway-name: front } }
   template:
     metadata: { labels: { gateway.networking.k8s.io/gateway-name: front } }
     spec: { containers: [{ name: istio-proxy, image: istio/proxyv2 }] }
 ---
 apiVersion: security.istio.io/v1
 kind: AuthorizationPolicy
 metadata:
   name: front-only
 spec:
-  selector: { matchLabels: { gateway.networking.k8s.io/gateway-name: front } }
+  targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: front }]
   rules:
   - to: [{ operation: { methods: [GET] } }]
`,
}
