import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0002',
  title: 'Istio accepts it, with a remark',
  topic: 'reading',
  what: 'Istio’s validation takes the resource and returns a warning with it.',
  why: 'Some fields are old, some combinations have no effect, and Istio says so when a resource is created rather than refuse it.',
  shows: 'kubectl prints the warning once, when the resource is applied. Afterwards nothing shows it.',
  check: [{ run: 'kubectl apply --dry-run=server -f reviews.yaml', prints: 'The warning, without changing anything.' }],
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
