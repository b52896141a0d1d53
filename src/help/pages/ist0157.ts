import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0157',
  title: 'Telemetry without a provider',
  topic: 'scope',
  what: 'A Telemetry asks for logs, traces or metrics and names no provider, and the mesh has no default one.',
  why: 'A provider says where data go. Without one in the resource the default of the mesh config counts, and there may be none.',
  shows: 'The Telemetry is ignored: no access log is written, no trace is sent.',
  check: [
    { run: "kubectl get telemetry logs -o jsonpath='{.spec.accessLogging}'", prints: 'No providers.' },
    { run: "kubectl get configmap istio -n istio-system -o jsonpath='{.data.mesh}'", prints: 'No defaultProviders.' },
  ],
  example: `${REVIEWS}
 ---
 apiVersion: telemetry.istio.io/v1
 kind: Telemetry
 metadata:
   name: logs
 spec:
   accessLogging:
-  - {}
+  - providers: [{ name: envoy }]
`,
}
