import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0006',
  title: 'A version that the kind does not have',
  topic: 'reading',
  what: 'The kind is known, and it does not exist under the apiVersion of the document.',
  why: 'Each kind has versions of its own. A VirtualService exists as v1, v1beta1 and v1alpha3; an EnvoyFilter as v1alpha3 only.',
  shows: 'kubectl apply says “no matches for kind”, and the resource never gets into the cluster.',
  check: [
    {
      run: 'kubectl api-resources --api-group=networking.istio.io',
      prints: 'The version in which a cluster has each kind.',
    },
    { run: 'kubectl get virtualservice reviews', prints: 'NotFound: it was never stored.' },
  ],
  toolSays: 'It skips the document without a word, so a typing error in the version looks like a clean config.',
  example: `${REVIEWS}
 ---
-apiVersion: networking.istio.io/v1alpha1
+apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - timeout: 2s
     route:
     - destination: { host: reviews }
`,
}
