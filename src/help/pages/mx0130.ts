import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0130',
  title: 'A caller that nobody is',
  topic: 'security',
  what: 'A rule of an AuthorizationPolicy is for a service account, and no pod of that namespace runs as it.',
  why: 'A caller is known by the certificate of its sidecar: trust domain, namespace and service account. A pod that names none runs as default. The name of a Deployment plays no part.',
  shows: 'The rule is never met. Where it was to allow, its callers get 403 with “RBAC: access denied”.',
  check: [
    {
      run: "kubectl get pods -o custom-columns='POD:.metadata.name,ACCOUNT:.spec.serviceAccountName'",
      prints: 'No pod with the account web.',
    },
    { run: 'kubectl get authorizationpolicy reviews -o yaml', prints: 'The principal that it asks for.' },
  ],
  toolSays: 'It does not look at principals.',
  example: `${REVIEWS}
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: web
 spec:
   selector: { matchLabels: { app: web } }
   template:
     metadata: { labels: { app: web } }
     spec:
       serviceAccountName: shop-web
       containers: [{ name: app, image: web }]
 ---
 apiVersion: security.istio.io/v1
 kind: AuthorizationPolicy
 metadata:
   name: reviews
 spec:
   selector: { matchLabels: { app: reviews } }
   rules:
   - from:
-    - source: { principals: [cluster.local/ns/default/sa/web] }
+    - source: { principals: [cluster.local/ns/default/sa/shop-web] }
`,
}
