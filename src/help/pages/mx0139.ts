import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0139',
  title: 'A deprecated field in a subset',
  topic: 'destinations',
  what: 'The outlierDetection of a subset has consecutiveErrors.',
  why: 'The field was split in two: consecutiveGatewayErrors counts 502, 503 and 504, consecutive5xxErrors all from 500 on. The old one is read no more.',
  shows:
    'It is as if the field were not there: pods are ejected after five answers of 5xx in a row, the default, not after the number written.',
  check: [
    {
      run: 'istioctl proxy-config cluster deploy/reviews --fqdn reviews.default.svc.cluster.local --subset all -o json',
      prints: 'The numbers of outlierDetection that count.',
    },
    { run: 'kubectl get destinationrule reviews -o yaml', prints: 'consecutiveErrors below a subset.' },
  ],
  toolSays: 'It warns of the field outside subsets only (IST0133).',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
 spec:
   host: reviews
   subsets:
   - name: all
     labels: { app: reviews }
     trafficPolicy:
       outlierDetection:
-        consecutiveErrors: 3
+        consecutive5xxErrors: 3
`,
}
