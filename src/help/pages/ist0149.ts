import type { HelpPage } from '../help-page.ts'
import { FRONT, INGRESS, REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0149',
  title: 'A rule by claims that nobody checks',
  topic: 'security',
  what: 'A rule of a gateway matches a claim of a token, and no RequestAuthentication applies to that gateway’s pods.',
  why: 'Claims come from tokens that the gateway has validated. Without a RequestAuthentication it validates none, so there are no claims.',
  shows: 'The rule never takes a request: everybody is sent to the rules below it, or gets 404, flag NR.',
  check: [
    { run: 'kubectl get requestauthentication -n istio-system', prints: 'None that selects istio-ingressgateway.' },
    {
      run: 'istioctl proxy-config listener deploy/istio-ingressgateway -n istio-system -o json',
      prints: 'No filter envoy.filters.http.jwt_authn.',
    },
  ],
  example: `${REVIEWS}
 ---
${INGRESS}
 ---
${FRONT}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [shop.example.com]
   gateways: [front]
   http:
   - match: [{ headers: { "@request.auth.claims.group": { exact: admin } } }]
     route:
     - destination: { host: reviews }
+---
+apiVersion: security.istio.io/v1
+kind: RequestAuthentication
+metadata:
+  name: tokens
+  namespace: istio-system
+spec:
+  selector: { matchLabels: { istio: ingressgateway } }
+  jwtRules:
+  - issuer: https://id.example.com
`,
}
