import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0310',
  title: 'Something without an effect',
  topic: 'scenario',
  what: 'A part of a Scenario changes nothing, because what goes with it is missing.',
  why: 'Some fields only matter beside others: a pause is a pause between answers and needs callers that wait for them.',
  shows: 'The run is the same without it.',
  check: [],
  example: `${REVIEWS}
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: shop
 spec:
   selector: { matchLabels: { app: shop } }
   template:
     metadata: { labels: { app: shop } }
     spec: { containers: [{ name: app, image: shop }] }
 ---
 apiVersion: meshscope/v1
 kind: Scenario
 metadata:
   name: evening
 spec:
   clients:
   - from: shop
     url: http://reviews:9080/
     pause: 1s
+    concurrency: 2
`,
}
