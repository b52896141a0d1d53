import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0159',
  title: 'Two Telemetries for one pod',
  topic: 'scope',
  what: 'Two Telemetries of a namespace select the same pod.',
  why: 'Settings come from the root namespace, the pod’s namespace and one Telemetry that selects the pod. Which of several is that one is left open.',
  shows: 'What one of them asks for does not happen for this pod.',
  check: [
    {
      run: "kubectl get telemetry half all -o jsonpath='{.items[*].spec}'",
      prints: 'The selectors and settings of both.',
    },
  ],
  toolSays: 'A Telemetry with an empty selector escapes it.',
  example: `${REVIEWS}
 ---
 apiVersion: telemetry.istio.io/v1
 kind: Telemetry
 metadata:
   name: half
 spec:
   selector: { matchLabels: { app: reviews } }
   tracing:
   - randomSamplingPercentage: 50
----
-apiVersion: telemetry.istio.io/v1
-kind: Telemetry
-metadata:
-  name: all
-spec:
-  selector: { matchLabels: { app: reviews } }
-  tracing:
-  - randomSamplingPercentage: 100
`,
}
