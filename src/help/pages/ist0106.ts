import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0106',
  title: 'Istio refuses the resource',
  topic: 'reading',
  what: 'A resource breaks a rule of Istio’s validation.',
  why: 'istiod’s webhook checks each resource alone when it is applied: ranges, fields that exclude each other, names, regular expressions. Where the webhook was not running, such a resource gets into the cluster nevertheless.',
  shows:
    'kubectl apply fails and the cluster keeps what it had. Of a resource that slipped in istiod makes what it can.',
  check: [
    {
      run: 'kubectl apply --dry-run=server -f reviews.yaml',
      prints: '“admission webhook … denied the request”, with the reason.',
    },
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
   - retries:
       attempts: 2
-      retryOn: 5xx, reset
+      retryOn: 5xx,reset
     route:
     - destination: { host: reviews }
`,
}
