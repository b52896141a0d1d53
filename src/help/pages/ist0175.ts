import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0175',
  title: 'Keys may be fetched from anywhere',
  topic: 'security',
  what: 'Somebody may write a RequestAuthentication, and istiod fetches keys from whatever address it names.',
  why: 'A jwksUri is fetched by istiod itself, from inside the cluster. Without a list of blocked ranges whoever may write such a resource can have it call internal addresses.',
  shows: 'Nothing fails. It is a door that should be closed.',
  check: [
    {
      run: "kubectl get deploy istiod -n istio-system -o jsonpath='{.spec.template.spec.containers[0].env}'",
      prints: 'No BLOCKED_CIDRS_IN_JWKS_URIS.',
    },
    {
      run: "kubectl get requestauthentication tokens -o jsonpath='{.spec.jwtRules}'",
      prints: 'The addresses that istiod fetches.',
    },
  ],
  toolSays:
    'It speaks up about any RequestAuthentication, one without a jwksUri too, and only where istiod’s Deployment is among what is analyzed.',
  example: `${REVIEWS}
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: istiod
   namespace: istio-system
   labels: { app: istiod }
 spec:
   selector: { matchLabels: { app: istiod } }
   template:
     metadata: { labels: { app: istiod } }
     spec:
       containers:
       - name: discovery
         image: istio/pilot
+        env: [{ name: BLOCKED_CIDRS_IN_JWKS_URIS, value: "10.0.0.0/8,169.254.0.0/16" }]
 ---
 apiVersion: security.istio.io/v1
 kind: RequestAuthentication
 metadata:
   name: tokens
 spec:
   jwtRules:
   - issuer: https://id.example.com
     jwksUri: https://id.example.com/keys
`,
}
