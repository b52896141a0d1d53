import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0111',
  title: 'Two default Sidecars in one namespace',
  topic: 'scope',
  what: 'A namespace has more than one Sidecar without a workloadSelector.',
  why: 'Such a Sidecar is the default for all pods of its namespace that no other one selects, and there is one default. istiod takes the oldest.',
  shows: 'What the other one imports or forbids does not happen. A pod may miss hosts, or see more than it should.',
  check: [
    { run: 'kubectl get sidecar default wider --sort-by=.metadata.creationTimestamp', prints: 'The first one counts.' },
    {
      run: 'istioctl proxy-config cluster deploy/reviews',
      prints: 'Clusters of what that Sidecar imports, and of nothing else.',
    },
  ],
  toolSays: 'A Sidecar with an empty selector escapes it, although it is a default too.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: Sidecar
 metadata:
   name: default
 spec:
   egress:
-  - hosts: ["./*"]
+  - hosts: ["./*", "istio-system/*"]
----
-apiVersion: networking.istio.io/v1
-kind: Sidecar
-metadata:
-  name: wider
-spec:
-  egress:
-  - hosts: ["istio-system/*"]
`,
}
