import { CLUSTER, PLAIN, routes } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'two VirtualServices for one host, one by its full name',
    text: CLUSTER + routes(PLAIN) + routes(PLAIN, 'other', '[reviews.default.svc.cluster.local]'),
    says: [
      'IST0109 Two VirtualServices define host reviews.default.svc.cluster.local',
      'IST0109 Two VirtualServices define host reviews',
    ],
  },
  {
    name: 'two VirtualServices private to one namespace, by its name and by a dot',
    text:
      CLUSTER +
      routes(PLAIN).replace('spec:', 'spec:\n  exportTo: [.]') +
      routes(PLAIN, 'other').replace('spec:', 'spec:\n  exportTo: [default]'),
    says: ['IST0109 Two VirtualServices define host reviews', 'IST0109 Two VirtualServices define host reviews'],
  },
  {
    name: 'a private one beside a public one for more',
    text:
      CLUSTER +
      routes(PLAIN, 'all', "['*.default.svc.cluster.local']") +
      routes(PLAIN).replace('spec:', 'spec:\n  exportTo: [.]'),
    says: [
      'IST0109 Two VirtualServices define host reviews',
      'IST0109 Two VirtualServices define host *.default.svc.cluster.local',
    ],
  },
])
