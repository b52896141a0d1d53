import type { HelpPage } from '../help-page.ts'
import { EVENING } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0303',
  title: 'Something that has to be there is missing',
  topic: 'scenario',
  what: 'A part of a Scenario lacks a field that it cannot do without.',
  why: 'A client needs a caller and an address, a step a time and something to do, a workload its name.',
  shows: 'The client sends nothing, the step does not happen.',
  check: [],
  example: `${EVENING}
   - from: shop
+    url: http://reviews:9080/
`,
}
