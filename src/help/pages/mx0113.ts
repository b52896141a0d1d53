import type { HelpPage } from '../help-page.ts'
import { FRONT, REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0113',
  title: 'A Gateway without routes',
  topic: 'gateways',
  what: 'A Gateway opens a port, and no VirtualService or HTTPRoute is bound to it.',
  why: 'A Gateway says where to listen and for which hosts. What to do with a request is said by what is bound to it, by the name of the Gateway.',
  shows: 'Every request to it gets 404, flag NR.',
  check: [
    {
      run: 'istioctl proxy-config route deploy/istio-ingressgateway -n istio-system',
      prints: 'A row blackhole that matches /*404, and none for shop.example.com.',
    },
    {
      run: "kubectl get virtualservice -A -o jsonpath='{.items[*].spec.gateways}'",
      prints: 'front is not among them.',
    },
  ],
  example: `${REVIEWS}
 ---
${FRONT}
 ---
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
-  hosts: [reviews]
+  hosts: [shop.example.com]
+  gateways: [front]
   http:
   - route:
     - destination: { host: reviews }
`,
}
