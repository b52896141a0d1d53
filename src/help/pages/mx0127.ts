import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0127',
  title: 'A policy for no pod',
  topic: 'security',
  what: 'The selector of a PeerAuthentication, a RequestAuthentication or an EnvoyFilter fits no pod of its namespace.',
  why: 'A selector is compared with the labels of pods, not of Services or Deployments, and only within the namespace of the policy; from the root namespace it reaches all of them.',
  shows: 'Nothing changes. What the policy was to forbid is allowed still, which is found out late.',
  check: [
    { run: 'kubectl get pods -l app=review', prints: 'No resources found.' },
    { run: 'kubectl get peerauthentication reviews -o yaml', prints: 'The selector that it asks for.' },
  ],
  toolSays:
    'It looks at selectors of AuthorizationPolicies (IST0127) and of Gateways, Sidecars and Telemetries (IST0101).',
  example: `${REVIEWS}
 ---
 apiVersion: security.istio.io/v1
 kind: PeerAuthentication
 metadata:
   name: reviews
 spec:
   selector:
-    matchLabels: { app: review }
+    matchLabels: { app: reviews }
   mtls: { mode: STRICT }
`,
}
