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
  {
    name: 'one of several, the nearest first',
    text:
      CLUSTER.replace('name: http, port: 9080', 'name: http, port: 9080 }, { name: http-admin, port: 8081') +
      routes(`${PLAIN}        port: { number: 8080 }\n`),
    says: ['IST0101 Service reviews has no port 8080'],
    at: 'number: 8080',
    fix: 'Use port 8081',
  },
])
