import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0105',
  title: 'A DestinationRule where nobody looks',
  topic: 'destinations',
  what: 'A DestinationRule stands in a namespace that is neither the caller’s, nor the Service’s, nor Istio’s root namespace.',
  why: 'For each host a sidecar takes the DestinationRule of its own namespace; else that of the Service’s namespace; else that of the root namespace. Others are not looked at, whatever they export.',
  shows:
    'Callers of that namespace get the settings, all others do without them: their subsets do not exist (503, flag NC), and their TLS is the automatic one.',
  check: [
    { run: 'kubectl get destinationrule -A', prints: 'reviews stands in the namespace shop.' },
    {
      run: 'istioctl proxy-config cluster deploy/reviews --fqdn reviews.default.svc.cluster.local',
      prints: 'The column DESTINATION RULE is empty.',
    },
  ],
  toolSays: 'It counts every DestinationRule, wherever it stands.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
-  namespace: shop
+  namespace: default
 spec:
   host: reviews.default.svc.cluster.local
   trafficPolicy:
     loadBalancer: { simple: ROUND_ROBIN }
`,
}
