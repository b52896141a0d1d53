import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0160',
  title: 'Two default Telemetries in one namespace',
  topic: 'scope',
  what: 'A namespace has more than one Telemetry without a selector.',
  why: 'Such a Telemetry is the default of its namespace, and there is one default. Which of several is left open.',
  shows: 'What one of them asks for does not happen.',
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
   tracing:
   - randomSamplingPercentage: 50
----
-apiVersion: telemetry.istio.io/v1
-kind: Telemetry
-metadata:
-  name: all
-spec:
-  tracing:
-  - randomSamplingPercentage: 100
`,
}
