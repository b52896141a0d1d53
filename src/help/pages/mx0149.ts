import type { HelpPage } from '../help-page.ts'
import { REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0149',
  title: 'Retries that multiply',
  topic: 'rules',
  what: 'Along calls that the Scenario shows, a proxy tries again on errors of a workload whose own proxy tries again as well.',
  why: 'Each proxy counts its own tries. With two retries at each of two proxies, one request becomes up to 3 × 3 at the end of the chain. Istio’s own policy does not multiply so: it tries again where no connection comes about, not on a 503.',
  shows:
    'When the last one fails, it gets several times the usual requests, which keeps it from coming back. Timeouts and limits make it fewer.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/shop --name 9080 -o json',
      prints: 'retryPolicy with numRetries 2 and 5xx in retryOn.',
    },
    { run: 'kubectl get virtualservice reviews -o yaml', prints: 'The retries of the first call.' },
  ],
  toolSays: 'It looks at no chain of calls.',
  example: `${REVIEWS}
 ---
 apiVersion: v1
 kind: Service
 metadata:
   name: ratings
 spec:
   selector: { app: ratings }
   ports:
   - { name: http, port: 9080 }
 ---
 apiVersion: apps/v1
 kind: Deployment
 metadata:
   name: ratings
 spec:
   selector: { matchLabels: { app: ratings } }
   template:
     metadata: { labels: { app: ratings } }
     spec: { containers: [{ name: app, image: ratings }] }
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
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
   hosts: [reviews]
   http:
-  - retries: { attempts: 2, retryOn: 5xx }
+  - retries: { attempts: 2, retryOn: connect-failure }
     route:
     - destination: { host: reviews }
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: ratings
 spec:
   hosts: [ratings]
   http:
   - retries: { attempts: 2, retryOn: 5xx }
     route:
     - destination: { host: ratings }
 ---
 apiVersion: meshscope/v1
 kind: Scenario
 metadata:
   name: play
 spec:
   clients:
   - from: shop
     url: http://reviews:9080/
   - from: reviews
     url: http://ratings:9080/
`,
}
