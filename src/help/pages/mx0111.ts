import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0111',
  title: 'Callers and pods disagree about mTLS',
  topic: 'security',
  what: 'The DestinationRule has callers speak something that the pods’ PeerAuthentication does not take.',
  why: 'A PeerAuthentication says what a pod accepts, the tls of a DestinationRule what a caller sends. Without such a tls Istio chooses what fits; with it nobody checks that the two agree.',
  shows: 'The connection breaks: 503, flag UC or UF. The application in the pod never hears of it.',
  check: [
    {
      run: 'istioctl x describe service reviews',
      prints: 'The DestinationRule, and the mode of the PeerAuthentication.',
    },
    {
      run: 'kubectl get peerauthentication,destinationrule -A',
      prints: 'STRICT on the one side, DISABLE on the other.',
    },
  ],
  toolSays: 'It does not compare the two.',
  example: `${REVIEWS}
 ---
 apiVersion: security.istio.io/v1
 kind: PeerAuthentication
 metadata:
   name: default
 spec:
   mtls: { mode: STRICT }
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
 spec:
   host: reviews
   trafficPolicy:
-    tls: { mode: DISABLE }
+    tls: { mode: ISTIO_MUTUAL }
`,
}
