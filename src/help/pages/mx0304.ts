import type { HelpPage } from '../help-page.ts'
import { EVENING } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0304',
  title: 'Two fields that exclude each other',
  topic: 'scenario',
  what: 'A part of a Scenario says two things of which only one can be.',
  why: 'A rate sends whatever the answers do, concurrency waits for them. A pod answers with a status or fails without an answer.',
  shows: 'Only one of the two is played.',
  check: [],
  example: `${EVENING}
   - from: shop
     url: http://reviews:9080/
     rate: 50/s
-    concurrency: 2
`,
}
