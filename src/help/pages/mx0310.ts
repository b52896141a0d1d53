import type { HelpPage } from '../help-page.ts'
import { EVENING } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0310',
  title: 'Something without an effect',
  topic: 'scenario',
  what: 'A part of a Scenario changes nothing, because what goes with it is missing.',
  why: 'Some fields only matter beside others: a pause is a pause between answers and needs callers that wait for them.',
  shows: 'The run is the same without it.',
  check: [],
  example: `${EVENING}
   - from: shop
     url: http://reviews:9080/
     pause: 1s
+    concurrency: 2
`,
}
