import { CLUSTER, routes } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'a leg without a weight beside one that has all',
    text:
      CLUSTER +
      routes(`  - route:
    - destination: { host: reviews }
      weight: 100
    - destination: { host: reviews }
`),
    says: ['MX0108 Leg 2 has no weight and gets no request'],
    at: 'destination: { host: reviews }\n',
  },
])
