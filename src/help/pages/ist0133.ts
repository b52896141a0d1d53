import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0133',
  title: 'Istio accepts it, with a warning',
  topic: 'reading',
  what: 'Istio’s validation takes the resource and warns of something in it.',
  why: 'Old fields, combinations without effect and things that are easy to get wrong are no reason to refuse a resource.',
  shows: 'kubectl prints the warning once, when the resource is applied. Afterwards nothing shows it.',
  check: [
    { run: 'kubectl apply --dry-run=server -f reviews.yaml', prints: 'The warning, without changing anything.' },
    { run: 'istioctl analyze -n default destinationrule/reviews', prints: 'IST0133 with the same words.' },
  ],
  toolSays: 'Every EnvoyFilter gets a warning, whatever it does.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
 spec:
   host: reviews
   trafficPolicy:
     outlierDetection:
-      consecutiveErrors: 5
+      consecutive5xxErrors: 5
`,
}
