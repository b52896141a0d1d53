import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0142',
  title: 'A method in small letters',
  topic: 'rules',
  what: 'A match or an AuthorizationPolicy names a method in small letters.',
  why: 'Methods are compared letter by letter: ignoreUriCase is for paths alone. HTTP has its methods in capitals.',
  shows: 'The match takes no request. In a policy that allows, callers get 403; one that denies denies nothing.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/reviews --name 9080 -o json',
      prints: 'A header matcher for :method with the small letters.',
    },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'The method as it is written.' },
  ],
  toolSays: 'It takes any word for a method.',
  example: `${REVIEWS}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
-  - match: [{ method: { exact: get } }]
+  - match: [{ method: { exact: GET } }]
     timeout: 2s
     route:
     - destination: { host: reviews }
   - route:
     - destination: { host: reviews }
`,
}
