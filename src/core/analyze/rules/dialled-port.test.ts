import { CLUSTER, routes } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'a Service without the port that was dialled',
    text: CLUSTER + routes(`  - route: [{ destination: { host: cart.shop.svc.cluster.local } }]\n`),
    says: ['MX0109 Service cart.shop.svc.cluster.local has no port 9080, and none is named'],
    at: 'host: cart.shop.svc.cluster.local',
    fix: 'Use port 80',
  },
  {
    name: 'the same where the destination is written as a block',
    text: CLUSTER + routes(`  - route:\n    - destination:\n        host: cart.shop.svc.cluster.local # the cart\n`),
    says: ['MX0109 Service cart.shop.svc.cluster.local has no port 9080, and none is named'],
    at: 'host: cart.shop.svc.cluster.local',
    fix: 'Use port 80',
  },
])
