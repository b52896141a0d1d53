import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0004',
  title: 'A field that is not known here',
  topic: 'reading',
  what: 'A resource that looks like the output of kubectl get has a field that its schema does not have at that place.',
  why: 'A resourceVersion says that a cluster has stored the resource, so it was accepted. The field was typed in afterwards, or it belongs to an Istio newer than the one that Meshscope follows. Without a resourceVersion the whole resource counts as refused.',
  shows:
    'The API server keeps only what its own schema has. kubectl apply refuses other fields; with validation off they are dropped, and nothing they ask for happens.',
  check: [
    {
      run: 'kubectl apply --dry-run=server --validate=strict -f reviews.yaml',
      prints: 'An error that names the unknown field, if the cluster does not know it either.',
    },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'The field is not in the answer.' },
  ],
  toolSays: 'It drops unknown fields in silence.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
   resourceVersion: "7"
 spec:
   hosts: [reviews]
   http:
   - route:
     - destination: { host: reviews }
-    retry: { attempts: 2 }
+    retries: { attempts: 2 }
`,
}
