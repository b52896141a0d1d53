import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0128',
  title: 'A policy for something that is not there',
  topic: 'security',
  what: 'targetRefs of a policy names a Service, a ServiceEntry or a Gateway that does not exist.',
  why: 'A target is looked for in the policy’s own namespace, by group, kind and name. A Gateway is one of the Gateway API here, not one of Istio’s.',
  shows: 'Nothing is enforced: requests that the policy was to refuse are answered.',
  check: [
    { run: 'kubectl get service', prints: 'reviews, and no review.' },
    {
      run: "kubectl get authorizationpolicy reviews -o jsonpath='{.status.conditions}'",
      prints: 'Where istiod writes one, that the target was not found.',
    },
  ],
  toolSays: 'It does not look up targets.',
  example: `${REVIEWS}
 ---
 apiVersion: security.istio.io/v1
 kind: AuthorizationPolicy
 metadata:
   name: reviews
 spec:
   targetRefs:
-  - { kind: Service, group: "", name: review }
+  - { kind: Service, group: "", name: reviews }
   action: DENY
   rules:
   - to: [{ operation: { methods: [DELETE] } }]
`,
}
