import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'MX0151',
  title: 'Outlier detection that may take all',
  topic: 'destinations',
  what: 'maxEjectionPercent is 100, so all pods may be out at the same time.',
  why: 'Envoy by itself would use ejected pods again when too few are left. Istio switches that off unless minHealthPercent asks for it.',
  shows:
    'Where all pods fail for a while, all requests get 503, flag UH, until the first pod returns, though the pods may be well again long before.',
  check: [
    {
      run: 'istioctl proxy-config cluster deploy/reviews --fqdn reviews.default.svc.cluster.local -o json',
      prints: 'outlierDetection with maxEjectionPercent 100, and healthyPanicThreshold without a value.',
    },
    { run: 'kubectl get destinationrule reviews -o yaml', prints: 'maxEjectionPercent: 100.' },
  ],
  toolSays: 'It takes any percentage.',
  example: ` apiVersion: v1
 kind: Service
 metadata:
   name: reviews
 spec:
   selector: { app: reviews }
   ports:
   - { name: http, port: 9080 }
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: reviews
 spec:
   replicas: 3
   selector: { matchLabels: { app: reviews } }
   template:
     metadata: { labels: { app: reviews } }
     spec: { containers: [{ name: app, image: reviews }] }
 ---
 apiVersion: networking.istio.io/v1
 kind: DestinationRule
 metadata:
   name: reviews
 spec:
   host: reviews
   trafficPolicy:
     outlierDetection:
       consecutive5xxErrors: 3
-      maxEjectionPercent: 100
+      maxEjectionPercent: 66
`,
}
