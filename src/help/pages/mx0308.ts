import type { HelpPage } from '../help-page.ts'
import { EVENING } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0308',
  title: 'No such document',
  topic: 'scenario',
  what: 'A step applies, deletes or shows something that no document of the text is.',
  why: 'Steps say when the resources of the text come and go. They name them as kubectl does: Kind/name.',
  shows: 'The step changes nothing.',
  check: [],
  example: `${EVENING}
   - from: shop
     url: http://reviews:9080/
   steps:
   - at: 5s
-    apply: [Service/review]
+    apply: [Service/reviews]
`,
}
