import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0127',
  title: 'A policy for nobody',
  topic: 'security',
  what: 'The selector of an AuthorizationPolicy matches no workload of the mesh.',
  why: 'A policy applies to pods of its own namespace, or of all namespaces when it stands in the root namespace. Pods without a proxy do not count: nobody there enforces it.',
  shows: 'What it should deny is allowed, and what it should allow is decided by other policies.',
  check: [
    { run: 'kubectl get pods -l app=review', prints: 'No pod has the label.' },
    { run: 'istioctl x authz check deploy/reviews', prints: 'The policy reviews-only is not in the list.' },
  ],
  toolSays:
    'Only AuthorizationPolicies are looked at: a PeerAuthentication or RequestAuthentication for nobody is not reported.',
  example: `${REVIEWS}
 ---
 apiVersion: security.istio.io/v1
 kind: AuthorizationPolicy
 metadata:
   name: reviews-only
 spec:
-  selector: { matchLabels: { app: review } }
+  selector: { matchLabels: { app: reviews } }
   rules:
   - to: [{ operation: { methods: [GET] } }]
`,
}
