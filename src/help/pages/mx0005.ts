import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0005',
  title: 'A document that only istioctl cannot read',
  topic: 'reading',
  what: 'A document is good YAML and has a kind, and istioctl still cannot read it: its List holds no list, or its kind is no text.',
  why: 'The tool reads each document as one resource of a known form before it looks at any of them.',
  shows:
    'istioctl says that the document cannot be read, and goes on with the others. kubectl apply refuses the document or finds nothing in it.',
  check: [
    {
      run: 'istioctl analyze --use-kube=false reviews.yaml',
      prints: 'An error about reading, with the number of the document, counted from 0.',
    },
    { run: 'kubectl get service reviews', prints: 'What the other documents have brought about.' },
  ],
  example: `${REVIEWS}
 ---
 apiVersion: v1
 kind: List
-items: {}
+items: []
`,
}
