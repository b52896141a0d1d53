import type { HelpPage } from '../help-page.ts'
import { FRONT, REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0122',
  title: 'An unserved host, unseen by istioctl',
  topic: 'gateways',
  what: 'No server of the Gateway takes a host of the VirtualService that is bound to it, and istioctl analyze does not see it.',
  why: 'The tool reads less than kubectl does: it skips the document behind a separator with a comment, and lists such as a VirtualServiceList.',
  shows: 'As with IST0132: the gateway answers 404, flag NR.',
  check: [
    {
      run: "kubectl get gateway.networking.istio.io front -o jsonpath='{.spec.servers[*].hosts}'",
      prints: 'The hosts that are served.',
    },
    {
      run: 'istioctl proxy-config route deploy/istio-ingressgateway -n istio-system',
      prints: 'No row for www.example.com.',
    },
  ],
  toolSays: 'It is silent: it never reads the VirtualService.',
  example: `${REVIEWS}
 ---
${FRONT}
 --- # routes
 apiVersion: networking.istio.io/v1
 kind: VirtualService
 metadata:
   name: reviews
 spec:
-  hosts: [www.example.com]
+  hosts: [shop.example.com]
   gateways: [front]
   http:
   - route:
     - destination: { host: reviews }
`,
}
