import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0171',
  title: 'A status that says no',
  topic: 'gateways',
  what: 'The status of a resource has a condition that is not fulfilled.',
  why: 'Controllers write into the status what they made of a resource: whether a route was accepted, whether its references were found, whether a waypoint was bound.',
  shows: 'What the condition is about does not work. Its reason and message say why.',
  check: [
    {
      run: "kubectl get service reviews -o jsonpath='{.status.conditions}'",
      prints: 'The condition, its reason and its message.',
    },
  ],
  toolSays: 'It repeats the status and looks up nothing itself: without a status it is silent.',
  example: ` apiVersion: v1
 kind: Service
 metadata:
   name: reviews
-  labels: { istio.io/use-waypoint: nobody }
 spec:
   selector: { app: reviews }
   ports:
   - { name: http, port: 9080 }
-status:
-  conditions:
-  - type: istio.io/WaypointBound
-    status: "False"
-    reason: ResourceNotFound
-    message: waypoint nobody was not found
-    lastTransitionTime: "2026-01-01T00:00:00Z"
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: reviews
 spec:
   selector: { matchLabels: { app: reviews } }
   template:
     metadata: { labels: { app: reviews } }
     spec: { containers: [{ name: app, image: reviews }] }
`,
}
