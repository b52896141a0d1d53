import type { HelpPage } from '../help-page.ts'
import { EVENING } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0307',
  title: 'No such workload',
  topic: 'scenario',
  what: 'A Scenario names a workload or a pod that the text does not hold.',
  why: 'Clients run in workloads and behaviour belongs to pods, so both must be there: as a Deployment, or as NAME-0 for a pod of it. Another namespace is written behind a dot.',
  shows: 'A client without its workload sends nothing; behaviour without its pod changes nothing.',
  check: [],
  example: `${EVENING}
-  - from: shopp
+  - from: shop
     url: http://reviews:9080/
`,
}
