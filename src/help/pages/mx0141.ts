import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0141',
  title: 'An expression for a part',
  topic: 'rules',
  what: 'The regular expression of a path, a header or a parameter would fit a part of it, and looks as if that were enough.',
  why: 'Envoy wants the expression to fit the whole path, without the query, or the whole value, as if ^ and $ stood around it. For the beginning there is prefix, for all of it exact.',
  shows: 'Longer paths and values are answered by a later rule, or by 404 with flag NR.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/reviews --name 9080 -o json',
      prints: 'safeRegex with the expression as it is written.',
    },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'The rules that such requests may fall to.' },
  ],
  toolSays: 'It asks only whether it is an expression at all.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
-  - match: [{ uri: { regex: ^/api } }]
+  - match: [{ uri: { regex: ^/api(/.*)? } }]
     timeout: 2s
     route:
     - destination: { host: reviews }
   - route:
     - destination: { host: reviews }
`,
}
