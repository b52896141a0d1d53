import type { HelpPage } from '../help-page.ts'
import { FRONT, REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'MX0121',
  title: 'An unknown Gateway, unseen by istioctl',
  topic: 'gateways',
  what: 'A VirtualService names a Gateway that does not exist, and istioctl analyze does not see it.',
  why: 'The tool reads less than kubectl does: it skips the document behind a separator with a comment, and lists such as a VirtualServiceList.',
  shows: 'As with IST0101: the VirtualService has no effect there. Requests to the gateway get 404, flag NR.',
  check: [
    { run: 'kubectl get gateway.networking.istio.io -A', prints: 'front, and no frontend.' },
    {
      run: 'istioctl proxy-config route deploy/istio-ingressgateway -n istio-system',
      prints: 'No row for shop.example.com.',
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
   hosts: [shop.example.com]
-  gateways: [frontend]
+  gateways: [front]
   http:
   - route:
     - destination: { host: reviews }
`,
}
