import { ALIAS, CLUSTER, ENTRY, routes } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'an ExternalName of which the mesh has no target; a port would not help',
    text: CLUSTER + ALIAS + routes(`  - route: [{ destination: { host: billing } }]\n`),
    says: ['MX0115 ExternalName billing leads to no cluster'],
    at: 'host: billing',
  },
  {
    name: 'the same with a port',
    text: CLUSTER + ALIAS + routes(`  - route: [{ destination: { host: billing, port: { number: 80 } } }]\n`),
    says: ['MX0115 ExternalName billing leads to no cluster'],
    at: 'host: billing',
  },
  {
    name: 'an ExternalName without the port that was dialled',
    text: CLUSTER + ALIAS + ENTRY + routes(`  - route: [{ destination: { host: billing } }]\n`),
    says: ['MX0115 ExternalName billing leads to no cluster'],
    at: 'host: billing',
    fix: 'Use billing.example.com',
  },
  {
    name: 'an ExternalName whose target has not the port that was dialled',
    text: CLUSTER + ALIAS.replace('80', '9080') + ENTRY + routes(`  - route: [{ destination: { host: billing } }]\n`),
    says: ['MX0115 ExternalName billing leads to no cluster'],
    at: 'host: billing',
    fix: 'Use billing.example.com',
  },
])
