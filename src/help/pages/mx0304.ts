import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0304',
  title: 'Two fields that exclude each other',
  topic: 'scenario',
  what: 'A part of a Scenario says two things of which only one can be.',
  why: 'A rate sends whatever the answers do, concurrency waits for them. A pod answers with a status or fails without an answer.',
  shows: 'Only one of the two is played.',
  check: [],
  example: `${REVIEWS}
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: shop
 spec:
   selector: { matchLabels: { app: shop } }
   template:
     metadata: { labels: { app: shop } }
     spec: { containers: [{ name: app, image: shop }] }
 ---
 apiVersion: meshscope/v1
 kind: Scenario
 metadata:
   name: evening
 spec:
   clients:
   - from: shop
     url: http://reviews:9080/
     rate: 50/s
-    concurrency: 2
`,
}
