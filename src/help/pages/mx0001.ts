import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0001',
  title: 'A kind that has no place here',
  topic: 'picture',
  what: 'The text holds a resource of a kind that Meshscope neither draws nor checks.',
  why: 'Meshscope reads what Istio reads to route requests, and what pods and Services it needs for that. Other kinds may matter to the application, not to the route.',
  shows: 'Nothing is wrong in the cluster. The picture is the same with and without it.',
  check: [{ run: 'kubectl get configmap prices', prints: 'The resource, as always.' }],
  example: `${REVIEWS}
----
-apiVersion: v1
-kind: ConfigMap
-metadata:
-  name: prices
-data:
-  currency: EUR
`,
}
