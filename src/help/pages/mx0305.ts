import type { HelpPage } from '../help-page.ts'
import { EVENING } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0305',
  title: 'An end before its beginning',
  topic: 'scenario',
  what: 'A time or a limit is not more than the one it has to follow.',
  why: 'Times count from the beginning of the run, so what ends at 10s cannot begin at 20s. A p99 is never below its p50.',
  shows: 'What has no length never happens.',
  check: [],
  example: `${EVENING}
   - from: shop
     url: http://reviews:9080/
   workloads:
   - name: reviews
     errors: 50%
     from: 20s
-    to: 10s
+    to: 30s
`,
}
