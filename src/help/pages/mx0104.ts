import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0104',
  title: 'A DestinationRule for nobody, unseen by istioctl',
  topic: 'destinations',
  what: 'The host of a DestinationRule is the name of no Service, and istioctl analyze passes over the DestinationRule.',
  why: 'What the tool does not read it does not report. A separator with a comment behind it is none to it, so the document behind such a line is lost.',
  shows: 'As with IST0174: no cluster takes the settings, and the subsets do not exist.',
  check: [
    { run: "kubectl get destinationrule reviews -o jsonpath='{.spec.host}'", prints: 'The name that is looked up.' },
    {
      run: 'istioctl proxy-config cluster deploy/reviews',
      prints: 'No row shows the rule in the column DESTINATION RULE.',
    },
  ],
  toolSays: 'It is silent: it never reads the second document.',
  example: `${REVIEWS}
 --- # settings
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
 spec:
-  host: review
+  host: reviews
   trafficPolicy:
     connectionPool: { tcp: { connectTimeout: 1s } }
`,
}
