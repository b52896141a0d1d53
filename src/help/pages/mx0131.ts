import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0131',
  title: 'A Sidecar that imports nothing by a name',
  topic: 'scope',
  what: 'egress of a Sidecar lists a host, and no Service has it.',
  why: 'An entry is namespace/host with the full host name. What no entry fits does not exist for the pods of the Sidecar.',
  shows:
    'Calls to the Service that was meant go out as to an unknown host: past its routes and policies, or 502 from BlackHoleCluster where outbound traffic is REGISTRY_ONLY.',
  check: [
    {
      run: 'istioctl proxy-config cluster deploy/reviews',
      prints: 'No row for the host; the picture of what its sidecar knows.',
    },
    { run: 'kubectl get service -A', prints: 'The Services there are, with their namespaces.' },
  ],
  toolSays: 'It looks at selectors of Sidecars, and not at their hosts.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: Sidecar
 metadata:
   name: reviews
 spec:
   workloadSelector: { labels: { app: reviews } }
   egress:
   - hosts:
-    - ./review.default.svc.cluster.local
+    - ./reviews.default.svc.cluster.local
     - istio-system/*
`,
}
