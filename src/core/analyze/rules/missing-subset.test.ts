import { CLUSTER, GATEWAY, V1, routes, rule, to } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

const CANARY = `${V1}  - name: canary\n    labels: { version: v2 }\n`
const INGRESS = `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ingress, namespace: infra }
spec: { template: { metadata: { labels: { istio: ingressgateway } } } }
`

tryCases([
  {
    name: 'no DestinationRule',
    text: CLUSTER + routes(to('v1')),
    says: ['IST0101 No DestinationRule defines subset v1'],
    at: 'subset: v1',
    fix: 'Add DestinationRule',
  },
  {
    name: 'a subset that is not listed',
    text: CLUSTER + routes(to('v2')) + rule(V1),
    says: ['IST0101 No DestinationRule defines subset v2'],
    at: 'subset: v2',
    fix: 'Add subset v2',
  },
  {
    name: 'a subset in a namespace where no caller of it looks',
    text:
      CLUSTER +
      routes(to('v2')).replace('spec:', 'spec:\n  exportTo: [.]') +
      rule(`${V1}  - name: v2\n    labels: { version: v2 }\n`, 'shop').replace(
        'host: reviews',
        'host: reviews.default.svc.cluster.local',
      ),
    says: ['MX0118 Subset v2 is defined where its callers do not look'],
    at: 'subset: v2',
    fix: 'Move it to namespace default',
  },
  {
    name: 'a subset in a namespace where no gateway looks, though sidecars there do',
    text:
      CLUSTER +
      GATEWAY +
      INGRESS +
      routes(to('v2'), 'reviews', '[shop.example.com]').replace('spec:', 'spec:\n  gateways: [infra/edge]') +
      rule(`${V1}  - name: v2\n    labels: { version: v2 }\n`, 'shop').replace(
        'host: reviews',
        'host: reviews.default.svc.cluster.local',
      ),
    says: ['MX0118 Subset v2 is defined where its callers do not look'],
    fix: 'Move it to namespace default',
  },
  {
    name: 'a slip of a name that is listed',
    text: CLUSTER + routes(to('canry')) + rule(CANARY),
    says: ['IST0101 No DestinationRule defines subset canry'],
    at: 'subset: canry',
    fix: 'Use canary',
  },
  {
    name: 'a list in brackets',
    text: CLUSTER + routes(to('v2')) + rule('  subsets: [{ name: v1, labels: { version: v1 } }]\n'),
    says: ['IST0101 No DestinationRule defines subset v2'],
    fix: 'Add subset v2',
  },
  {
    name: 'a DestinationRule without a list',
    text: CLUSTER + routes(to('v2')) + rule('  trafficPolicy: { tls: { mode: DISABLE } }\n'),
    says: ['IST0101 No DestinationRule defines subset v2'],
    fix: 'Add subset v2',
  },
  {
    name: 'a subset for which there are no pods either gets no repair',
    text: CLUSTER + routes(to('v9')) + rule(V1),
    says: ['IST0101 No DestinationRule defines subset v9'],
  },
])
