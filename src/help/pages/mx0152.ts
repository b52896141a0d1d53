import type { HelpPage } from '../help-page.ts'
import { REVIEWS_V1_V2, SUBSETS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0152',
  title: 'Capitals where small letters are sent',
  topic: 'rules',
  what: 'A request of the Scenario would meet a match if capitals and small letters were the same.',
  why: 'Envoy compares values of headers, parameters, hosts and methods letter by letter, paths too unless ignoreUriCase is set, which expressions do not heed. Names of headers are the exception: Envoy writes them in small letters on both sides, so X-User is as good as x-user.',
  shows: 'The rule does not take the request: a later one does, or it gets 404, flag NR.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/reviews-v1 --name 9080 -o json',
      prints: 'A header matcher with the value exactly as it is written.',
    },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'The value that is asked for.' },
  ],
  toolSays: 'It knows of no requests.',
  example: `${REVIEWS_V1_V2}
 ---
${SUBSETS}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
   - match:
-    - headers: { end-user: { exact: jason } }
+    - headers: { end-user: { exact: Jason } }
     route:
     - destination: { host: reviews, subset: v2 }
   - route:
     - destination: { host: reviews, subset: v1 }
 ---
 apiVersion: meshscope/v1
 kind: Scenario
 metadata:
   name: play
 spec:
   clients:
   - from: reviews-v1
     url: http://reviews:9080/
     headers: { end-user: Jason }
`,
}
