import { PLAIN, SERVICES, V1, pods, routes, rule, to } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'a version scaled to none',
    text:
      SERVICES +
      pods('v1') +
      pods('v2', 0) +
      routes(to('v2')) +
      rule(`${V1}  - name: v2\n    labels: { version: v2 }\n`),
    says: ['MX0101 No pod of reviews v2 is ready'],
    at: 'destination:',
    fix: 'Start a pod of reviews-v2',
  },
  {
    name: 'a Service without pods',
    text: SERVICES + routes(PLAIN),
    says: ['MX0101 No pod of reviews is ready'],
    fix: 'Add a Deployment for it',
  },
  {
    name: 'a Service with a slip in its selector',
    text: (SERVICES + pods('v1') + routes(PLAIN)).replace('selector: { app: reviews }', 'selector: { app: reviws }'),
    says: ['MX0101 No pod of reviews is ready'],
    fix: 'Select app reviews',
  },
  {
    name: 'a Service without pods, in subsets',
    text: SERVICES + routes(to('v1')) + rule(`${V1}  - name: v2\n    labels: { version: v2 }\n`),
    says: ['MX0101 No pod of reviews v1 is ready'],
    fix: 'Add 2 Deployments for it',
  },
])
