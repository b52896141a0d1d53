import { CLUSTER, routes, when } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'no rule for the rest',
    text: CLUSTER + routes(when('{ uri: { prefix: /a } }')),
    says: ['MX0102 No rule takes the rest'],
    at: 'http:',
    fix: 'Add a rule for the rest',
  },
])
