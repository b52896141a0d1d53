import { CLUSTER, PLAIN, routes, when } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'a redirect code that Envoy does not know',
    text: CLUSTER + routes('  - redirect:\n      uri: /new\n      redirectCode: 304\n'),
    says: ['MX0110 Envoy refuses redirect status 304'],
    at: 'redirectCode: 304',
  },
  {
    name: 'an answer and an abort outside what Envoy takes',
    text:
      CLUSTER +
      routes(
        when('{ uri: { exact: /a } }', '  - directResponse: { status: 600 }\n') +
          `${PLAIN}    fault: { abort: { percentage: { value: 1 }, httpStatus: 600 } }\n`,
      ),
    says: ['MX0110 Envoy refuses answer status 600', 'MX0110 Envoy refuses abort status 600'],
    at: 'status: 600',
  },
])
