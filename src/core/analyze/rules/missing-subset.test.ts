import { CLUSTER, V1, routes, rule, to } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

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
    says: ['IST0101 No DestinationRule defines subset v2', 'MX0105 Only callers in shop use this DestinationRule'],
    at: 'subset: v2',
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
