import { PLAIN, SERVICES, pods, routes } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

const SLIP = 'selector: { app: reviws }'
const entry = (resolution: string, more = '') => `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: db }
spec:
  hosts: [db.internal]
  addresses: [10.8.0.7]
  resolution: ${resolution}
  ports: [{ number: 5432, name: tcp, protocol: TCP }]
${more}`

tryCases([
  {
    name: 'a Service that misses its pods by a slip, though no rule sends to it',
    text: (SERVICES + pods('v1')).replace('selector: { app: reviews }', SLIP),
    says: ['MX0101 No pod of reviews is ready'],
    at: SLIP,
    fix: 'Select app reviews',
  },
  {
    name: 'told once, at the rule, where one sends to it',
    text: (SERVICES + pods('v1') + routes(PLAIN)).replace('selector: { app: reviews }', SLIP),
    says: ['MX0101 No pod of reviews is ready'],
    at: 'destination:',
    fix: 'Select app reviews',
  },
  { name: 'nothing where pods are left out of the text', text: SERVICES, says: [] },
  {
    name: 'a ServiceEntry with addresses to find, and none there',
    text: entry('STATIC'),
    says: ['MX0101 db.internal has no endpoints'],
    at: 'resolution: STATIC',
  },
  { name: 'not where it lists one', text: entry('STATIC', '  endpoints: [{ address: 10.8.0.9 }]\n'), says: [] },
  { name: 'not where connections go to the address that was dialled', text: entry('NONE'), says: [] },
])
