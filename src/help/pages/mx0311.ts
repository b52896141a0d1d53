import type { HelpPage } from '../help-page.ts'
import { EVENING } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0311',
  title: 'A second Scenario',
  topic: 'scenario',
  what: 'The text holds more than one Scenario.',
  why: 'One run plays one Scenario: the first of the text.',
  shows: 'The others have no effect at all.',
  check: [],
  example: `${EVENING}
   - from: shop
     url: http://reviews:9080/
----
-apiVersion: meshscope/v1
-kind: Scenario
-metadata:
-  name: night
-spec:
-  seed: 2
`,
}
