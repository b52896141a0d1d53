import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0002',
  title: 'A warning that istioctl does not repeat',
  topic: 'reading',
  what: 'Istio’s validation takes the resource and returns a warning with it; istioctl analyze says nothing of it.',
  why: 'Some fields are old, some combinations have no effect, and Istio says so when a resource is created rather than refuse it. The tool repeats that, unless it skips the document, as it does behind a separator with a comment.',
  shows: 'kubectl prints the warning once, when the resource is applied. Afterwards nothing shows it.',
  check: [{ run: 'kubectl apply --dry-run=server -f reviews.yaml', prints: 'The warning, without changing anything.' }],
  toolSays: 'It is silent: it never reads the DestinationRule.',
  example: `${REVIEWS}
 --- # settings
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
