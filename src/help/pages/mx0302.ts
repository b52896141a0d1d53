import type { HelpPage } from '../help-page.ts'
import { EVENING } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0302',
  title: 'A value that cannot be read',
  topic: 'scenario',
  what: 'A value of a Scenario is not of the kind that its field takes.',
  why: 'Durations are written with a unit (500ms, 2s, 1m30s), rates by the second or minute (50/s, 300/m), shares as a percentage or a number up to 1.',
  shows: 'The value counts as not written.',
  check: [],
  example: `${EVENING}
   - from: shop
     url: http://reviews:9080/
-    rate: 50rps
+    rate: 50/s
`,
}
