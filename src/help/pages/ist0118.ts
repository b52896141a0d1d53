import type { HelpPage } from '../help-page.ts'

export const page: HelpPage = {
  code: 'IST0118',
  title: 'A port whose protocol is guessed',
  topic: 'services',
  what: 'The name of a Service’s port does not begin with a protocol, and no appProtocol says one.',
  why: 'Istio reads the protocol from appProtocol or from the name up to the first dash: http, http2, https, grpc, tcp, tls, mongo, redis, mysql and a few more. Otherwise the sidecar looks at the first bytes of each connection.',
  shows:
    'HTTP is usually recognised, and rules apply. What is not recognised is carried as TCP: no HTTP rules, no retries, no status in the metrics. Protocols in which the server speaks first have nothing to look at.',
  check: [
    { run: "kubectl get service reviews -o jsonpath='{.spec.ports[*].name}'", prints: 'A name without a protocol.' },
    {
      run: 'istioctl proxy-config listener deploy/reviews --port 9080 -o json',
      prints: 'A filter chain for HTTP and one for TCP.',
    },
  ],
  toolSays: 'For an unknown appProtocol it speaks of the name, which may be fine.',
  example: ` apiVersion: v1
 kind: Service
 metadata:
   name: reviews
 spec:
   selector: { app: reviews }
   ports:
-  - { name: web, port: 9080 }
+  - { name: http-web, port: 9080 }
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
