import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0007',
  title: 'A kind that is misspelt',
  topic: 'reading',
  what: 'The API group of the document has no such kind, and one that is spelt almost so.',
  why: 'A kind is one word in the singular, with its capitals. The plural in small letters is what kubectl calls it.',
  shows: 'kubectl apply says “no matches for kind”, and the resource never gets into the cluster.',
  check: [
    { run: 'kubectl api-resources --api-group=networking.istio.io', prints: 'Each kind, as it is spelt.' },
    { run: 'kubectl get virtualservice reviews', prints: 'NotFound: it was never stored.' },
  ],
  toolSays: 'It skips the document without a word.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
-kind: VirtualServices
+kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - timeout: 2s
     route:
     - destination: { host: reviews }
`,
}
