import type { HelpPage } from '../help-page.ts'
import { EVENING } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0309',
  title: 'Two clients of one name',
  topic: 'scenario',
  what: 'Two clients of a Scenario have the same name.',
  why: 'Numbers and words are kept by client, and the name is how you tell them apart.',
  shows: 'Both are played; what is said of one might mean the other.',
  check: [],
  example: `${EVENING}
   - name: evening
     from: shop
     url: http://reviews:9080/
-  - name: evening
+  - name: night
     from: shop
     url: http://reviews:9080/night
`,
}
