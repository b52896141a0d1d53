import { CLUSTER, GATEWAY, PLAIN, routes, rule } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'tls against what the pods take',
    text:
      CLUSTER +
      `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default }
spec: { mtls: { mode: STRICT } }
` +
      rule('  trafficPolicy: { tls: { mode: DISABLE } } # for now\n'),
    says: ['MX0111 Callers of reviews speak plain text, its pods take mTLS only'],
    at: 'mode: DISABLE',
    fix: 'Use ISTIO_MUTUAL',
  },
  {
    name: 'a Gateway of another namespace',
    text: CLUSTER + GATEWAY + routes(PLAIN, 'shop', '[shop.example.com]').replace('spec:', 'spec:\n  gateways: [edge]'),
    says: [
      'IST0101 There is no Gateway edge',
      'IST0132 Gateway default/edge has no server for shop.example.com',
      'MX0113 No route is bound to Gateway edge',
    ],
    at: 'edge]',
    fix: 'Use infra/edge',
  },
  {
    name: 'an HTTPRoute without its Gateway',
    text: `${CLUSTER}---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: reviews }
spec: { parentRefs: [{ name: front }], rules: [{ backendRefs: [{ name: reviews, port: 9080 }] }] }
`,
    says: ['MX0112 There is no Gateway front for this HTTPRoute'],
    at: '{ name: front }',
  },
])
