import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0126',
  title: 'A certificate that is not there',
  topic: 'gateways',
  what: 'A port of a gateway names a Secret for its certificate, and the Secret does not exist.',
  why: 'The certificate is read from a Secret in the namespace of the gateway’s pods, or of the Gateway itself where it is one of the Gateway API.',
  shows: 'Clients cannot finish a TLS handshake on that port: the connection is closed before a request is sent.',
  check: [
    { run: 'kubectl get secret', prints: 'shop-cert, and no shop.' },
    {
      run: "kubectl get gateways.gateway.networking.k8s.io front -o jsonpath='{.status.listeners[*].conditions}'",
      prints: 'ResolvedRefs is False, with the reason InvalidCertificateRef.',
    },
  ],
  toolSays: 'It looks up credentialName only: neither credentialNames nor the certificateRefs of the Gateway API.',
  example: `${REVIEWS}
 ---
 apiVersion: v1
 kind: Secret
 metadata:
   name: shop-cert
 type: kubernetes.io/tls
 ---
 apiVersion: gateway.networking.k8s.io/v1
 kind: Gateway
 metadata:
   name: front
 spec:
   gatewayClassName: istio
   listeners:
   - name: https
     port: 443
     protocol: HTTPS
-    tls: { certificateRefs: [{ name: shop }] }
+    tls: { certificateRefs: [{ name: shop-cert }] }
 ---
 apiVersion: gateway.networking.k8s.io/v1
 kind: HTTPRoute
 metadata:
   name: reviews
 spec:
   parentRefs: [{ name: front }]
   rules:
   - backendRefs:
     - { name: reviews, port: 9080 }
`,
}
