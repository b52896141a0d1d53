import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

const [SERVICE, ...REST] = REVIEWS.split('\n spec:')

export const page: HelpPage = {
  code: 'MX0129',
  title: 'A waypoint that is not there',
  topic: 'pods',
  what: 'The label istio.io/use-waypoint names a Gateway of the Gateway API that does not exist.',
  why: 'A waypoint is looked for in the namespace of what has the label; for one elsewhere istio.io/use-waypoint-namespace says where.',
  shows:
    'Connections go through ztunnel alone. Routes, retries and policies for HTTP, which a waypoint would see to, have no effect.',
  check: [
    { run: 'istioctl waypoint list -A', prints: 'No waypoint of that name.' },
    {
      run: "kubectl get service reviews -o jsonpath='{.status.conditions}'",
      prints: 'istio.io/WaypointBound is False.',
    },
  ],
  toolSays: 'It does not look up waypoints.',
  example: `${SERVICE ?? ''}
-  labels: { istio.io/use-waypoint: way }
+  labels: { istio.io/use-waypoint: waypoint }
 spec:${REST.join('\n spec:')}
 ---
 apiVersion: gateway.networking.k8s.io/v1
 kind: Gateway
 metadata:
   name: waypoint
   labels: { istio.io/waypoint-for: service }
 spec:
   gatewayClassName: istio-waypoint
   listeners:
   - { name: mesh, port: 15008, protocol: HBONE }
`,
}
