import { expect, test } from 'vitest'
import { applyEdits } from '../base/text-range.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import { buildMesh } from '../mesh/index.ts'
import { createDecoder } from '../resources/index.ts'
import { createYamlParser, rangeOf } from '../yaml/index.ts'
import { analyze, MESSAGES } from './index.ts'
import { RULES } from './analyze.ts'
import { GOOD_SCENARIO, SCENARIO_CASES } from './testing/scenario-cases.ts'

const SERVICES = `
apiVersion: v1
kind: Service
metadata: { name: reviews }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { selector: { matchLabels: { app: cart } }, template: { metadata: { labels: { app: cart } } } }
`
const pods = (version: string, replicas = 1) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-${version} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: reviews, version: ${version} } }
  template: { metadata: { labels: { app: reviews, version: ${version} } } }
`
const routes = (http: string, name = 'reviews', hosts = '[reviews]') => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: ${name}
spec:
  hosts: ${hosts}
  http:
${http}`
const rule = (spec: string, namespace = 'default') => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews, namespace: ${namespace} }
spec:
  host: reviews
${spec}`
const GATEWAY = `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: infra }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example.com] }]
`
const ALIAS = `---
apiVersion: v1
kind: Service
metadata: { name: billing }
spec: { type: ExternalName, externalName: billing.example.com, ports: [{ name: http, port: 80 }] }
`
const ENTRY = `---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: billing }
spec:
  hosts: [billing.example.com]
  resolution: STATIC
  ports: [{ name: http, number: 80, protocol: HTTP }]
  endpoints: [{ address: 192.0.2.1 }]
`
const CLUSTER = SERVICES + pods('v1') + pods('v2')
const PLAIN = `  - route:
    - destination:
        host: reviews
`
const to = (subset: string) => `${PLAIN}        subset: ${subset} # why
`
const V1 = `  subsets: # versions
  - name: v1
    labels: { version: v1 }
`
const when = (match: string, rest = PLAIN) => `  - match: [${match}]\n${rest.replace('  - ', '    ')}`

function problems(text: string): readonly Diagnostic[] {
  const parsed = createYamlParser().parse(text)
  expect(parsed.documents.every(({ readable }) => readable)).toBe(true)
  const { resources } = createDecoder().decodeAll(parsed)
  return analyze({ parsed, resources, mesh: buildMesh(resources) })
}

const brief = (text: string): readonly string[] => problems(text).map(({ code, title }) => `${code} ${title}`)

const scenario = (spec: string) =>
  `---\napiVersion: meshscope/v1\nkind: Scenario\nmetadata: { name: a }\nspec:\n${spec}`

interface Case {
  readonly name: string
  readonly text: string
  readonly says: readonly string[]
  /** What the diagnostic's place in the text begins with, and the title of its repair. */
  readonly at?: string
  readonly fix?: string
}

const BAD: readonly Case[] = [
  {
    name: 'a host one letter off',
    text: CLUSTER + routes(PLAIN.replace('host: reviews', 'host: reviewz')),
    says: ['IST0101 No Service has host reviewz'],
    at: 'host: reviewz',
    fix: 'Use reviews',
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
    name: 'a leg without a weight beside one that has all',
    text:
      CLUSTER +
      routes(`  - route:
    - destination: { host: reviews }
      weight: 100
    - destination: { host: reviews }
`),
    says: ['MX0108 Leg 2 has no weight and gets no request'],
    at: 'destination: { host: reviews }\n',
  },
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
  {
    name: 'a mirror to nowhere',
    text: CLUSTER + routes(`${PLAIN}    mirror: { host: nowhere }\n`),
    says: ['IST0101 No Service has host nowhere', 'MX0201 Simplified here: mirror'],
    at: 'host: nowhere',
  },
  {
    name: 'a Service without the port that was dialled',
    text: CLUSTER + routes(`  - route: [{ destination: { host: cart.shop.svc.cluster.local } }]\n`),
    says: ['MX0109 Service cart.shop.svc.cluster.local has no port 9080, and none is named'],
    at: 'host: cart.shop.svc.cluster.local',
    fix: 'Use port 80',
  },
  {
    name: 'the same where the destination is written as a block',
    text: CLUSTER + routes(`  - route:\n    - destination:\n        host: cart.shop.svc.cluster.local # the cart\n`),
    says: ['MX0109 Service cart.shop.svc.cluster.local has no port 9080, and none is named'],
    at: 'host: cart.shop.svc.cluster.local',
    fix: 'Use port 80',
  },
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
  {
    name: 'a port that is the pods’',
    text: CLUSTER + routes(`${PLAIN}        port: { number: 8080 }\n`),
    says: ['IST0101 Service reviews has no port 8080'],
    at: 'number: 8080',
    fix: 'Use port 9080',
  },
  {
    name: 'no DestinationRule',
    text: CLUSTER + routes(to('v1')),
    says: ['IST0101 No DestinationRule defines subset v1'],
    at: 'subset: v1',
    fix: 'Add DestinationRule',
  },
  {
    name: 'a subset that is not listed',
    text: CLUSTER + routes(to('v2')) + rule(V1),
    says: ['IST0101 No DestinationRule defines subset v2'],
    at: 'subset: v2',
    fix: 'Add subset v2',
  },
  {
    name: 'a subset in a namespace where no caller of it looks',
    text:
      CLUSTER +
      routes(to('v2')).replace('spec:', 'spec:\n  exportTo: [.]') +
      rule(`${V1}  - name: v2\n    labels: { version: v2 }\n`, 'shop').replace(
        'host: reviews',
        'host: reviews.default.svc.cluster.local',
      ),
    says: ['IST0101 No DestinationRule defines subset v2', 'MX0105 Only callers in shop use this DestinationRule'],
    at: 'subset: v2',
  },
  {
    name: 'a list in brackets',
    text: CLUSTER + routes(to('v2')) + rule('  subsets: [{ name: v1, labels: { version: v1 } }]\n'),
    says: ['IST0101 No DestinationRule defines subset v2'],
    fix: 'Add subset v2',
  },
  {
    name: 'a DestinationRule without a list',
    text: CLUSTER + routes(to('v2')) + rule('  trafficPolicy: { tls: { mode: DISABLE } }\n'),
    says: ['IST0101 No DestinationRule defines subset v2'],
    fix: 'Add subset v2',
  },
  {
    name: 'a subset for which there are no pods either gets no repair',
    text: CLUSTER + routes(to('v9')) + rule(V1),
    says: ['IST0101 No DestinationRule defines subset v9'],
  },
  {
    name: 'labels no pod has',
    text: CLUSTER + rule(`${V1}  - name: v2\n    labels: { version: "2" }\n`),
    says: ['IST0173 Labels of subset v2 select no pod'],
    at: 'labels: { version: "2" }',
    fix: 'Select version v2',
  },
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
  },
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
  {
    name: 'no rule for the rest',
    text: CLUSTER + routes(when('{ uri: { prefix: /a } }')),
    says: ['MX0102 No rule takes the rest'],
    at: 'http:',
    fix: 'Add a rule for the rest',
  },
  {
    name: 'a host that is no Service',
    text: CLUSTER + routes(PLAIN, 'reviews', '[reviews, review]'),
    says: ['MX0103 No Service has host review'],
    at: 'review',
  },
  {
    name: 'a DestinationRule whose short host means its own namespace',
    text: CLUSTER + rule(V1, 'shop'),
    says: ['MX0104 No Service has host reviews'],
    at: 'host: reviews',
    fix: 'Move it to namespace default',
  },
  {
    name: 'a DestinationRule that others do not look up',
    text: CLUSTER + rule(V1, 'shop').replace('host: reviews', 'host: reviews.default.svc.cluster.local'),
    says: ['MX0105 Only callers in shop use this DestinationRule'],
    fix: 'Move it to namespace default',
  },
  {
    name: 'two VirtualServices for one host, one by its full name',
    text: CLUSTER + routes(PLAIN) + routes(PLAIN, 'other', '[reviews.default.svc.cluster.local]'),
    says: [
      'IST0109 Two VirtualServices define host reviews.default.svc.cluster.local',
      'IST0109 Two VirtualServices define host reviews',
    ],
  },
  {
    name: 'tls against what the pods take',
    text:
      CLUSTER +
      `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default }
spec: { mtls: { mode: STRICT } }
` +
      rule('  trafficPolicy: { tls: { mode: DISABLE } } # for now\n'),
    says: ['MX0111 Callers of reviews speak plain text, its pods take mTLS only'],
    at: 'mode: DISABLE',
    fix: 'Use ISTIO_MUTUAL',
  },
  {
    name: 'a Gateway of another namespace',
    text: CLUSTER + GATEWAY + routes(PLAIN, 'shop', '[shop.example.com]').replace('spec:', 'spec:\n  gateways: [edge]'),
    says: [
      'IST0101 There is no Gateway edge',
      'IST0132 Gateway default/edge has no server for shop.example.com',
      'MX0113 No route is bound to Gateway edge',
    ],
    at: 'edge]',
    fix: 'Use infra/edge',
  },
  {
    name: 'an HTTPRoute without its Gateway',
    text: `${CLUSTER}---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: reviews }
spec: { parentRefs: [{ name: front }], rules: [{ backendRefs: [{ name: reviews, port: 9080 }] }] }
`,
    says: ['MX0112 There is no Gateway front for this HTTPRoute'],
    at: '{ name: front }',
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
  {
    name: 'weights that are no percentages',
    text:
      CLUSTER +
      routes(`  - route:
    - destination: { host: reviews }
      weight: 3
    - destination: { host: reviews }
      weight: 1
`),
    says: ['MX0106 Weights add up to 4, not 100'],
    at: 'route:',
    fix: 'Make it 75, 25',
  },
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
  ...SCENARIO_CASES.map(({ spec, ...rest }) => ({ ...rest, text: CLUSTER + scenario(spec) })),
]

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

test.each(BAD)('$name', ({ text, says, at, fix }) => {
  expect(brief(text)).toEqual(says)
  const [first] = problems(text)
  const range = first && rangeOf(createYamlParser().parse(text), first.origin)
  expect(text.slice(range?.start).startsWith(at ?? '')).toBe(true)
  expect(first?.fix?.title).toBe(fix)
})

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

test.each(BAD.filter(({ fix }) => fix !== undefined))('$name: repaired, nothing is left to say', ({ text }) => {
  const [first] = problems(text)
  const repaired = applyEdits(text, first?.fix?.edits ?? [])
  expect(brief(repaired)).toEqual([])
  // Comments survive.
  expect(repaired.match(/# .*/g)).toEqual(text.match(/# .*/g))
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
