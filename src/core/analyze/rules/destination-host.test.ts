import { CLUSTER, PLAIN, routes } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'a host one letter off',
    text: CLUSTER + routes(PLAIN.replace('host: reviews', 'host: reviewz')),
    says: ['IST0101 No Service has host reviewz'],
    at: 'host: reviewz',
    fix: 'Use reviews',
  },
  {
    name: 'a full host one letter off',
    text: CLUSTER + routes(PLAIN.replace('host: reviews', 'host: reviewz.default.svc.cluster.local')),
    says: ['IST0101 No Service has host reviewz.default.svc.cluster.local'],
    fix: 'Use reviews.default.svc.cluster.local',
  },
  {
    name: 'a host with a dot is not completed',
    text: CLUSTER + routes(PLAIN.replace('host: reviews', 'host: reviews.default')),
    says: ['IST0101 In default, reviews.default is no Service'],
    fix: 'Use reviews.default.svc.cluster.local',
  },
  {
    name: 'a short host of another namespace',
    text: CLUSTER + routes(`${PLAIN.replace('host: reviews', 'host: cart')}        port: { number: 80 }\n`),
    says: ['IST0101 In default, cart is no Service'],
    at: 'host: cart',
    fix: 'Use cart.shop.svc.cluster.local',
  },
  {
    name: 'a mirror to nowhere',
    text: CLUSTER + routes(`${PLAIN}    mirror: { host: nowhere }\n`),
    says: ['IST0101 No Service has host nowhere', 'MX0201 Simplified here: mirror'],
    at: 'host: nowhere',
  },
])
