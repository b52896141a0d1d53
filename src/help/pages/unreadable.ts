import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'UNREADABLE',
  title: 'A document that istioctl cannot read',
  topic: 'reading',
  what: 'A document is no resource that Istio’s tools can read, although it may be good YAML.',
  why: 'A value has the wrong type or is no word of its set: an enum in small letters, a number where text is wanted, a template that was not rendered. YAML takes yes, no, on and off without quotes for truth values.',
  shows:
    'The API server refuses it. istioctl analyze says that it could not read it and goes on with the others, so whatever refers to it is reported as missing.',
  check: [
    { run: 'kubectl apply --dry-run=server -f reviews.yaml', prints: 'The field whose value cannot be read.' },
    { run: "kubectl get peerauthentication default -o jsonpath='{.spec}'", prints: 'What the cluster still has.' },
  ],
  toolSays: 'It does not name the line, and counts documents from 0.',
  example: `${REVIEWS}
 ---
 apiVersion: security.istio.io/v1
 kind: PeerAuthentication
 metadata:
   name: default
 spec:
-  mtls: { mode: strict }
+  mtls: { mode: STRICT }
`,
}
