import { expect, test } from 'vitest'
import { applyEdits } from '../base/text-range.ts'
import { MESSAGES } from './index.ts'
import { RULES } from './analyze.ts'
import { allProblemsOf as problems } from './testing/problems-of.ts'
import {
  ALIAS,
  CLUSTER,
  ENTRY,
  GATEWAY,
  PLAIN,
  SERVICES,
  V1,
  pods,
  routes,
  rule,
  scenario,
  to,
  when,
} from './testing/reviews-world.ts'
import { GOOD_SCENARIO } from './testing/scenario-cases.ts'

const brief = (text: string): readonly string[] => problems(text).map(({ code, title }) => `${code} ${title}`)

const GOOD: readonly (readonly [name: string, text: string])[] = [
  ['a Scenario', CLUSTER + scenario(GOOD_SCENARIO)],
  ['everything in order', CLUSTER + routes(when('{ headers: { a: { exact: b } } }', to('v1')) + PLAIN) + rule(V1)],
  [
    'a full host of another namespace',
    CLUSTER +
      routes(`${PLAIN.replace('host: reviews', 'host: cart.shop.svc.cluster.local')}        port: { number: 80 }\n`),
  ],
  [
    'an ExternalName with the port that was dialled, whose target is there',
    CLUSTER +
      ALIAS.replace('80', '9080') +
      ENTRY.replace('80', '9080') +
      routes(`  - route: [{ destination: { host: billing } }]\n`),
  ],
  [
    'a leg without weight to pods that are not there',
    SERVICES +
      pods('v1') +
      pods('v2', 0) +
      rule(`${V1}  - name: v2\n    labels: { version: v2 }\n`) +
      routes(`  - route:
    - destination: { host: reviews, subset: v1 }
      weight: 100
    - destination: { host: reviews, subset: v2 }
      weight: 0
`),
  ],
  [
    'the prefix that all paths have, last',
    CLUSTER + routes(when('{ uri: { exact: /a } }') + when('{ uri: { prefix: / } }')),
  ],
  [
    'a longer prefix above a shorter one',
    CLUSTER + routes(when('{ uri: { prefix: /a/b } }') + when('{ uri: { prefix: /a } }') + PLAIN),
  ],
  [
    'a header apart from a path',
    CLUSTER +
      routes(when('{ uri: { prefix: /a }, method: { exact: POST } }') + when('{ uri: { prefix: /a } }') + PLAIN),
  ],
  [
    'two VirtualServices for callers of different namespaces',
    CLUSTER +
      routes(PLAIN).replace('spec:', 'spec:\n  exportTo: [.]') +
      routes(PLAIN, 'other').replace('spec:', 'spec:\n  exportTo: [shop]'),
  ],
  [
    'a host below a wildcard, both public',
    CLUSTER + routes(PLAIN) + routes(PLAIN, 'all', "['*.default.svc.cluster.local']"),
  ],
  ['an external host', CLUSTER + routes(PLAIN, 'reviews', '[reviews, shop.example.com]')],
  [
    'a delegate, which may leave the rest to rules below it',
    CLUSTER + routes(`  - delegate: { name: other }\n${when('{ uri: { prefix: /a } }')}`),
  ],
  [
    'a VirtualService for a gateway without a rule for the rest',
    CLUSTER +
      GATEWAY +
      routes(when('{ uri: { exact: /a } }'), 'shop', '[shop.example.com]').replace(
        'spec:',
        'spec:\n  gateways: [infra/edge]',
      ),
  ],
]

test.each([
  ['tcp', '[{ route: [{ destination: { host: nowhere } }] }]', 'IST0101 No Service has host nowhere'],
  [
    'tcp',
    '[{ route: [{ destination: { host: reviews, port: { number: 1 } } }] }]',
    'IST0101 Service reviews has no port 1',
  ],
  [
    'tls',
    '[{ match: [{ sniHosts: [reviews] }], route: [{ destination: { host: reviews, subset: v1 } }] }]',
    'IST0101 No DestinationRule defines subset v1',
  ],
])('a destination of a %s rule: %s', (list, rules, says) => {
  const [problem, ...more] = problems(CLUSTER + routes(PLAIN).replace(/http:[^]*/, `${list}: ${rules}\n`))
  expect(`${String(problem?.code)} ${String(problem?.title)}`).toBe(says)
  expect(problem?.detail).toMatch(/^T(CP|LS) rule 1 sends .* Its connections are closed: Envoy has no such cluster\.$/)
  expect(more).toEqual([])
})

test.each([
  ['IST0109,IST0101', []],
  ['*', []],
  ['IST0109', ['IST0101 No Service has host reviewz']],
])('a resource may be left alone with Istio’s codes: %s', (codes, says) => {
  const annotations = `  annotations: { galley.istio.io/analyze-suppress: '${codes}' }\nspec:`
  const text = CLUSTER + routes(PLAIN.replace('host: reviews', 'host: reviewz')).replace('spec:', annotations)
  expect(brief(text)).toEqual(says)
})

test('labels that istiod puts on pods by itself are not missed', () => {
  const own = 'version: v1, topology.istio.io/cluster: Kubernetes'
  const subsets = V1.replace('version: v1', own).replace('# versions', '')
  expect(brief(CLUSTER + routes(to('v1')) + rule(subsets))).toEqual([
    'MX0201 Simplified here: labels.topology.istio.io/cluster',
  ])
  const region = `  subsets: [{ name: v1, labels: { topology.kubernetes.io/region: a } }]\n`
  const node = '---\napiVersion: v1\nkind: Node\nmetadata: { name: a }\n'
  expect(brief(CLUSTER + rule(region))).toContain('IST0173 Labels of subset v1 select no pod')
  expect(brief(CLUSTER + rule(region) + node)).not.toContain('IST0173 Labels of subset v1 select no pod')
})

test.each(GOOD)('%s: nothing to say', (_, text) => {
  expect(brief(text)).toEqual([])
})

test('a rule that is moved up keeps its lines and its comments', () => {
  const text = CLUSTER + routes(`${PLAIN}  # beta\n${when('{ uri: { prefix: /a } }')}`).trimEnd()
  const repaired = applyEdits(text, problems(text)[0]?.fix?.edits ?? [])
  expect(repaired.slice(repaired.indexOf('  http:'))).toBe(
    `  http:\n  # beta\n${when('{ uri: { prefix: /a } }')}${PLAIN.trimEnd()}`,
  )
})

test('every message says what it means', () => {
  for (const { title, help } of Object.values(MESSAGES)) {
    expect(title).not.toMatch(/\.$/)
    expect(help).toMatch(/^[A-Z].*\.$/)
  }
  expect(RULES).toHaveLength(new Set(RULES).size)
})
