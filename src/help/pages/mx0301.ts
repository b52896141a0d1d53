import type { HelpPage } from '../help-page.ts'
import { EVENING } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0301',
  title: 'A field that a Scenario does not have',
  topic: 'scenario',
  what: 'A Scenario has a field of a name that means nothing there.',
  why: 'A Scenario is read by Meshscope alone; a cluster never sees it. It has few fields, and completion in the editor lists them.',
  shows: 'The field does nothing: here the client sends at the usual rate.',
  check: [],
  example: `${EVENING}
   - from: shop
     url: http://reviews:9080/
-    rates: 50/s
+    rate: 50/s
`,
}
