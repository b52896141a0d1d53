import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0008',
  title: 'A document that istioctl skips',
  topic: 'reading',
  what: 'The line that separates two documents has something behind its three dashes.',
  why: 'To kubectl any line that begins with --- separates documents. istioctl takes such a line for a separator only when nothing else is on it, and then reads the first document of what it holds together.',
  shows: 'Nothing is wrong in the cluster: kubectl applies both. What istioctl says of the file leaves one out.',
  check: [
    { run: 'kubectl get virtualservice reviews', prints: 'The resource: kubectl has read it.' },
    {
      run: 'istioctl analyze --use-kube=false reviews.yaml',
      prints: 'Nothing about the document, whatever is wrong in it.',
    },
  ],
  toolSays: 'It says nothing at all of the document, not even that there is one.',
  example: `${REVIEWS}
---- # the rule
+---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
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
