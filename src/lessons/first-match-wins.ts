import type { Lesson, Place, Which } from './lesson.ts'
import { destination, destinationRule, virtualService, worldOf } from './world.ts'

const EVERYONE = `  - name: everyone
    route:
${destination('v1')}`
const TEST_USERS = `  - name: test-users
    match:
    - headers:
        end-user: { exact: jason }
    route:
${destination('v2')}`

const WORLD =
  destinationRule(['v1', 'v2']) +
  worldOf(
    { v1: 3, v2: 1 },
    `    rate: 50/s
    requests:
    - label: no header
      share: 75
    - label: jason
      headers: { end-user: jason }
      share: 25
`,
  )

const RULES: Place = { card: 'rules', title: 'reviews' }
const JASON: Which = { header: ['end-user', 'jason'] }
const OTHERS: Which = { without: 'end-user' }
const START = virtualService(EVERYONE + TEST_USERS) + WORLD
const IN_ORDER = virtualService(TEST_USERS + EVERYONE) + WORLD

export const firstMatchWins: Lesson = {
  id: 'first-match-wins',
  section: 'Routing',
  title: 'The first match wins',
  start: START,
  steps: [
    {
      title: 'The caller’s sidecar decides',
      words: [
        'productpage calls reviews. Its own sidecar catches each request before it leaves the pod.',
        'All rules of the VirtualService are tried *there*, not at reviews. One request in four carries the header `end-user: jason`.',
      ],
      place: { card: 'client', title: 'productpage' },
      callout: {
        title: 'Every request begins here',
        of: JASON,
        fate: {},
        words: '{n} of jason’s have landed so far.',
      },
      follows: { of: JASON, words: 'from jason' },
    },
    {
      title: 'Rules are tried from the top',
      words: [
        'Each rule may have conditions under `match`, and says under `route` where its requests go.',
        'The line at the left of the card is the way past the rules. A request that a rule takes leaves it at that rule.',
      ],
      place: { ...RULES, row: 0 },
      callout: {
        title: 'Rule 1 has no conditions',
        fate: { place: { ...RULES, row: 0 } },
        words: '{n} of {of} requests leave there.',
      },
    },
    {
      title: 'The first match wins, not the best one',
      words: [
        'A request tries the rules from the top and leaves at the *first* that matches. A rule without conditions matches everything.',
        'Jason’s requests carry the header that rule 2 asks for. Follow one down the spine: rule 1 takes it before rule 2 is tried.',
      ],
      place: RULES,
      callout: {
        title: 'Watch jason’s requests leave at rule 1',
        of: JASON,
        fate: { place: { ...RULES, row: 0 } },
        words: '{n} of {of} do.',
        whenAll: 'Rule 2 is never tried.',
      },
      headline: {
        fate: { place: { ...RULES, row: 1 } },
        title: 'Rule 2 has not seen one of {of} requests',
        detail: 'Rule 1 has no conditions, so it takes all of them, jason’s included.',
      },
      follows: { of: JASON, words: 'from jason' },
      task: {
        goals: [
          {
            kind: 'each',
            title: 'Everyone else reaches v1',
            of: OTHERS,
            fate: { outcome: 'succeeded', workload: 'reviews-v1' },
          },
          {
            kind: 'each',
            title: 'Jason reaches v2',
            of: JASON,
            fate: { outcome: 'succeeded', workload: 'reviews-v2' },
          },
        ],
        hints: [
          { words: 'Which rule should a request be asked first: the one for everyone, or the one for a few?' },
          { words: 'The rule for test users never gets a turn where it stands.', place: { ...RULES, row: 1 } },
          {
            words: 'Move the whole item `test-users`, with its `match` and `route`, above `everyone`.',
            field: 'match',
          },
        ],
        solution: IN_ORDER,
      },
    },
    {
      title: 'Narrow rules first',
      words: [
        'Now the narrow rule is asked first, and what it does not take goes on to the next.',
        'So write rules from the narrowest to the widest. The sidecar keeps your order: for rules it knows no “more specific”.',
      ],
      place: { ...RULES, row: 0 },
      callout: {
        title: 'The narrow rule has its turn',
        of: JASON,
        fate: { place: { ...RULES, row: 0 } },
        words: '{n} of {of} requests of jason leave at rule 1.',
      },
      follows: { of: JASON, words: 'from jason' },
    },
    {
      title: 'And if no rule matches?',
      words: [
        'A host that has rules falls back to nothing: what no rule takes is answered 404 by the caller’s sidecar, with flag NR.',
        'See it for yourself. Break the text so that everyone but jason is turned out.',
      ],
      place: { ...RULES, row: 1 },
      callout: {
        title: 'Rule 2 is the way out for the rest',
        fate: { place: { ...RULES, row: 1 } },
        words: '{n} of {of} requests need it.',
      },
      task: {
        goals: [
          {
            kind: 'each',
            title: 'Everyone else gets 404 NR',
            of: OTHERS,
            fate: { outcome: 'nowhere', place: { card: 'hole', title: '404 NR' } },
          },
          {
            kind: 'each',
            title: 'Jason still reaches v2',
            of: JASON,
            fate: { outcome: 'succeeded', workload: 'reviews-v2' },
          },
        ],
        hints: [
          { words: 'What if the list of rules ended earlier?' },
          { words: 'One rule alone takes everyone else.', place: { ...RULES, row: 1 } },
          { words: 'Delete the item `everyone` from `http`.', field: 'http' },
        ],
        solution: virtualService(TEST_USERS) + WORLD,
      },
    },
  ],
}
