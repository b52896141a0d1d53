import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'MX0150',
  title: 'Outlier detection that does nothing',
  topic: 'destinations',
  what: 'With this many pods nobody is ever ejected, or an ejection changes nothing.',
  why: 'Envoy ejects a pod only while the ejected ones are at most maxEjectionPercent of all: 10 % where nothing is written, so none of nine pods or fewer. Where fewer than minHealthPercent are left, Envoy uses the ejected ones too. And consecutive5xxErrors: 0 switches the counting off.',
  shows: 'A pod that fails keeps its share of the requests for as long as it fails.',
  check: [
    {
      run: 'istioctl proxy-config endpoint deploy/reviews --cluster "outbound|9080||reviews.default.svc.cluster.local"',
      prints: 'OUTLIER CHECK is OK for every pod, whatever fails.',
    },
    { run: 'kubectl get destinationrule reviews -o yaml', prints: 'outlierDetection without maxEjectionPercent.' },
  ],
  toolSays: 'It does not count pods.',
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
+      maxEjectionPercent: 34
`,
}
