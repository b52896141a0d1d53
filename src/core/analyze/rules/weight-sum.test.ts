import { CLUSTER, routes } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'weights that are no percentages',
    text:
      CLUSTER +
      routes(`  - route:
    - destination: { host: reviews }
      weight: 3
    - destination: { host: reviews }
      weight: 1
`),
    says: ['MX0106 Weights add up to 4, not 100'],
    at: 'route:',
    fix: 'Make it 75, 25',
  },
])
