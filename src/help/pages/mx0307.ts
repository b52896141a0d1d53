import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0307',
  title: 'No such workload',
  topic: 'scenario',
  what: 'A Scenario names a workload or a pod that the text does not hold.',
  why: 'Clients run in workloads and behaviour belongs to pods, so both must be there: as a Deployment, or as NAME-0 for a pod of it. Another namespace is written behind a dot.',
  shows: 'A client without its workload sends nothing; behaviour without its pod changes nothing.',
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
-  - from: shopp
+  - from: shop
     url: http://reviews:9080/
`,
}
