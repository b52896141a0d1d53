import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'YAML',
  title: 'Text that cannot be read',
  topic: 'reading',
  what: 'A document is not valid YAML, so what it was meant to be is unknown.',
  why: 'Indentation carries the structure in YAML, tabs are not allowed for it, and some characters need quotes.',
  shows:
    'kubectl apply reports the error and reads no further in the file. Meshscope keeps the last readable picture, dimmed.',
  check: [{ run: 'kubectl apply --dry-run=client -f reviews.yaml', prints: 'The line at which reading stopped.' }],
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
-  hosts: [reviews
+  hosts: [reviews]
   http:
   - route:
     - destination: { host: reviews }
`,
}
