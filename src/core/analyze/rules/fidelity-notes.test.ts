import { CLUSTER, V1, rule } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'a kind that is not used',
    text: `${CLUSTER}---\napiVersion: networking.istio.io/v1\nkind: EnvoyFilter\nmetadata: { name: a }\n`,
    says: ['MX0202 Not part of the picture: EnvoyFilter a'],
    at: 'apiVersion: networking.istio.io/v1',
  },
  {
    name: 'a kind that nobody here knows',
    text: `${CLUSTER}---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n`,
    says: ['MX0001 ConfigMap a is seen, not used'],
    at: 'apiVersion: v1\nkind: ConfigMap',
  },
  {
    name: 'fields that are simplified or absent, of all that a rule says',
    text:
      CLUSTER +
      rule(`  trafficPolicy:
    tunnel: { targetHost: a, targetPort: 1 }
    loadBalancer: { simple: RANDOM }
${V1}`),
    says: ['MX0202 Not part of the picture: tunnel', 'MX0201 Simplified here: loadBalancer.simple'],
    at: 'tunnel:',
  },
])
