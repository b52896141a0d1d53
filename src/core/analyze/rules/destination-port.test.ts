import { CLUSTER, PLAIN, routes } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'a port that is the pods’',
    text: CLUSTER + routes(`${PLAIN}        port: { number: 8080 }\n`),
    says: ['IST0101 Service reviews has no port 8080'],
    at: 'number: 8080',
    fix: 'Use port 9080',
  },
])
