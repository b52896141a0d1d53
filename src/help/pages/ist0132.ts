import type { HelpPage } from '../help-page.ts'
import { FRONT, REVIEWS } from '../parts.ts'

export const page: HelpPage = {
  code: 'IST0132',
  title: 'A host that the Gateway does not serve',
  topic: 'gateways',
  what: 'A VirtualService is bound to a Gateway, and no server of that Gateway takes any of its hosts.',
  why: 'A Gateway opens ports for the hosts of its servers. A VirtualService adds routes to those hosts; it opens none of its own.',
  shows: 'The gateway answers 404, flag NR, or closes a TLS connection for which it has no server.',
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
  toolSays:
    'One served host is enough to silence it, even if the others are not served. A Gateway that does not exist is reported here as well.',
  example: `${REVIEWS}
 ---
${FRONT}
 ---
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
