import { CLUSTER, V1, rule } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'a DestinationRule whose short host means its own namespace',
    text: CLUSTER + rule(V1, 'shop'),
    says: ['MX0104 No Service has host reviews'],
    at: 'host: reviews',
    fix: 'Move it to namespace default',
  },
  {
    name: 'a DestinationRule that others do not look up',
    text: CLUSTER + rule(V1, 'shop').replace('host: reviews', 'host: reviews.default.svc.cluster.local'),
    says: ['MX0105 Only callers in shop use this DestinationRule'],
    fix: 'Move it to namespace default',
  },
])
