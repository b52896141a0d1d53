import { CLUSTER, PLAIN, routes, when } from '../testing/reviews-world.ts'
import { tryCases } from '../testing/try-cases.ts'

tryCases([
  {
    name: 'a rule below one that takes all',
    text: CLUSTER + routes(PLAIN + when('{ uri: { prefix: /a } }')),
    says: ['IST0130 Rule 2 can never match'],
    at: 'match: [{ uri: { prefix: /a } }]',
    fix: 'Move rule 2 up',
  },
  {
    name: 'a rule below a shorter prefix',
    text: CLUSTER + routes(when('{ uri: { prefix: /a } }') + when('{ uri: { exact: /a/b }, port: 80 }') + PLAIN),
    says: ['MX0114 Rule 2 can never match'],
    fix: 'Move rule 2 up',
  },
  {
    name: 'the same match twice',
    text: CLUSTER + routes(when('{ uri: { prefix: /a } }') + when('{ uri: { prefix: /a } }') + PLAIN),
    says: ['IST0130 Rule 2 can never match', 'IST0131 Match 1 of rule 2 is never used'],
    fix: 'Take rule 2 out',
  },
  {
    name: 'a longer prefix below a shorter one',
    text: CLUSTER + routes(when('{ uri: { prefix: /a } }') + when('{ uri: { prefix: /a/b } }') + PLAIN),
    says: ['IST0131 Rule 2 can never match'],
    fix: 'Move rule 2 up',
  },
  {
    name: 'one match of two',
    text:
      CLUSTER +
      routes(when('{ uri: { prefix: /a } }') + when('{ uri: { prefix: /a/b } }, { uri: { exact: /c } }') + PLAIN),
    says: ['IST0131 Match 1 of rule 2 is never used'],
    at: '{ uri: { prefix: /a/b } }',
    fix: 'Take match 1 out',
  },
  {
    name: 'a match again in its own rule, named and in another order',
    text:
      CLUSTER +
      routes(
        when(
          '{ headers: { a: { exact: b }, c: { exact: d } } }, { name: again, headers: { c: { exact: d }, a: { exact: b } } }',
        ) + PLAIN,
      ),
    says: ['IST0131 Match 2 of rule 1 is never used'],
    at: '{ name: again',
    fix: 'Take match 2 out',
  },
])
