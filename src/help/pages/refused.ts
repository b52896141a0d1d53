import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'REFUSED',
  title: 'The cluster would refuse it',
  topic: 'reading',
  what: 'The resource breaks a rule of its schema or of Istio’s validation.',
  why: 'The API server checks the schema of each kind, and Istio’s webhook checks what a schema cannot express. Each looks at one resource alone.',
  shows:
    'kubectl apply fails with the reason, and the cluster keeps what it had: the older version of the resource, or none. The picture goes on with the version that was accepted before the edit.',
  check: [
    { run: 'kubectl apply --dry-run=server -f reviews.yaml', prints: 'The refusal, without changing anything.' },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'What the cluster still has.' },
  ],
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
-  - timeout: 0s
+  - timeout: 1s
     route:
     - destination: { host: reviews }
`,
}
