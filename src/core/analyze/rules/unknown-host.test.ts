import { CLUSTER, PLAIN, routes } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'a host that is no Service',
    text: CLUSTER + routes(PLAIN, 'reviews', '[reviews, review]'),
    says: ['MX0103 No Service has host review'],
    at: 'review',
  },
])
