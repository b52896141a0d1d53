import { describe, expect, test } from 'vitest'
import { once } from '../core/base/once.ts'
import { applyEdits } from '../core/base/text-range.ts'
import { createAnswerer } from './answer.ts'
import type { Explanation, Picture, Repair } from './protocol.ts'

const istio = (kind: string, name: string, spec: string) =>
  `---\napiVersion: ${kind === 'PeerAuthentication' ? 'security' : 'networking'}.istio.io/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n`
const deployment = (name: string, version = '') =>
  `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name}${version} }\nspec: { template: { metadata: { labels: { app: ${name}, version: ${version || 'v1'} } } } }\n`
const WEB = `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
${deployment('web')}${deployment('client')}`
const rules = (http: string) => istio('VirtualService', 'web', `{ hosts: [web], http: [${http}] }`)
const to = (destination: string, more = '') => rules(`{ route: [{ destination: { ${destination} } }]${more} }`)
const v1 = istio('DestinationRule', 'web', '{ host: web, subsets: [{ name: v1, labels: { version: v1 } }] }')
const rule = (policy: string) => istio('DestinationRule', 'web', `{ host: web, trafficPolicy: { ${policy} } }`)
const scenario = (client: string, workloads = '') =>
  `---\napiVersion: meshscope/v1\nkind: Scenario\nspec:\n  clients: [{ from: client, url: http://web/, ${client} }]\n  workloads: [${workloads}]\n`

function ask(text: string) {
  const answer = createAnswerer()
  const run = answer({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 20_000 })
  const picture = run.kind === 'picture' ? run.picture : undefined
  const hole = picture?.stage?.holes[0]
  const lost = picture?.log.departures.find(({ course }) => course.end === hole?.id)
  const number = lost?.numbers[0]
  if (!picture || !hole || number === undefined) throw new Error('nothing dies')
  const told = answer({ kind: 'explain', id: 2, number })
  const tried = answer({ kind: 'repairs', id: 3, number })
  if (told.kind !== 'explanation' || !told.explanation?.death || tried.kind !== 'repairs') throw new Error('no death')
  return { picture, hole, explanation: told.explanation, death: told.explanation.death, repairs: tried.repairs }
}

/** The chain behind the rule's step: what is said, and how the text begins there. */
function chainOf(text: string, { death }: { readonly death: NonNullable<Explanation['death']> }) {
  return death.chain.map(({ title, range }) => [title, range && text.slice(range.start, range.end).split('\n')[0]])
}

interface Case {
  readonly name: string
  readonly text: string
  readonly label: string
  readonly chain: readonly (readonly [title: string, place: string | undefined])[]
  readonly repairs: readonly string[]
}

const NO_SUBSET = WEB + to('host: web, subset: v9') + v1
const ASIDE =
  WEB +
  to('host: web, subset: v1') +
  istio(
    'DestinationRule',
    'web, namespace: shop',
    '{ host: web.default.svc.cluster.local, subsets: [{ name: v1, labels: { version: v1 } }], trafficPolicy: { tls: { mode: DISABLE } } }',
  ) +
  istio('PeerAuthentication', 'default', '{ mtls: { mode: STRICT } }')
const RULE = 'route: [{ destination: { host: web } }]'
const CASES: readonly Case[] = [
  {
    name: 'NC, the DestinationRule lacks the subset',
    text: NO_SUBSET,
    label: '503 NC',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web, subset: v9 } }] }'],
      ['Sends everything it takes to subset v9 of web', 'destination: { host: web, subset: v9 }'],
      ['Cluster not found', 'subset: v9'],
      ['DestinationRule web lists v1, not v9', 'subsets: [{ name: v1, labels: { version: v1 } }]'],
      ['Answered 503, flag NC', '{ destination: { host: web, subset: v9 } }'],
    ],
    repairs: ['Send it to v1'],
  },
  {
    name: 'NC, no DestinationRule at all',
    text: WEB + to('host: web, subset: v1'),
    label: '503 NC',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web, subset: v1 } }] }'],
      ['Sends everything it takes to subset v1 of web', 'destination: { host: web, subset: v1 }'],
      ['Cluster not found', 'subset: v1'],
      ['There is no DestinationRule for web', 'apiVersion: v1'],
      ['Answered 503, flag NC', '{ destination: { host: web, subset: v1 } }'],
    ],
    repairs: ['Add DestinationRule', 'Send it to all pods'],
  },
  {
    name: 'NC, a slip of the name',
    text: WEB + to('host: web, subset: canry') + v1.replace('name: v1,', 'name: canary,'),
    label: '503 NC',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web, subset: canry } }] }'],
      ['Sends everything it takes to subset canry of web', 'destination: { host: web, subset: canry }'],
      ['Cluster not found', 'subset: canry'],
      ['DestinationRule web lists canary, not canry', 'subsets: [{ name: canary, labels: { version: v1 } }]'],
      ['Answered 503, flag NC', '{ destination: { host: web, subset: canry } }'],
    ],
    repairs: ['Use canary'],
  },
  {
    name: 'NC, the DestinationRule stands where its caller does not look, and asks for what pods do not take',
    text: ASIDE,
    label: '503 NC',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web, subset: v1 } }] }'],
      ['Sends everything it takes to subset v1 of web', 'destination: { host: web, subset: v1 }'],
      ['Cluster not found', 'subset: v1'],
      ['DestinationRule web is in namespace shop', 'namespace: shop'],
      ['Answered 503, flag NC', '{ destination: { host: web, subset: v1 } }'],
    ],
    repairs: ['Move it to namespace default', 'Send it to all pods'],
  },
  {
    name: 'NC, no such port',
    text: WEB + to('host: web, port: { number: 81 }'),
    label: '503 NC',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web, port: { number: 81 } } }] }'],
      ['Sends everything it takes to web', 'destination: { host: web, port: { number: 81 } }'],
      ['Cluster not found', 'host: web'],
      ['web has port 80, not 81', 'ports: [{ name: http, port: 80 }]'],
      ['Answered 503, flag NC', '{ destination: { host: web, port: { number: 81 } } }'],
    ],
    repairs: ['Use port 80'],
  },
  {
    name: 'NR, all rules have conditions',
    text: WEB + rules(`{ match: [{ uri: { exact: /a } }], ${RULE} }`) + scenario('rate: 20/s'),
    label: '404 NR',
    chain: [
      ['Virtual host for web', 'hosts: [web]'],
      ['Rule 1', '{ match: [{ uri: { exact: /a } }], route: [{ destination: { host: web } }] }'],
      ['No rule matches', 'http: [{ match: [{ uri: { exact: /a } }], route: [{ destination: { host: web } }] }]'],
      ['Answered 404, flag NR', 'apiVersion: networking.istio.io/v1'],
    ],
    repairs: ['Add a rule for the rest', 'Let rule 1 take the rest'],
  },
  {
    name: 'UH, labels that no pod has',
    text: WEB + to('host: web, subset: v1') + v1.replace('version: v1', 'version: v2'),
    label: '503 UH',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web, subset: v1 } }] }'],
      ['Sends everything it takes to subset v1 of web', 'destination: { host: web, subset: v1 }'],
      ['Subset v1 of web', 'subset: v1'],
      ['Subset v1 selects version=v2', 'labels: { version: v2 }'],
      ['Pods of web carry version v1', 'apiVersion: apps/v1'],
      ['Answered 503, flag UH', '{ destination: { host: web, subset: v1 } }'],
    ],
    repairs: ['Select version v1', 'Send it to all pods'],
  },
  {
    name: 'UH, the only pod is ejected although it is ready',
    text:
      WEB +
      rule(
        'outlierDetection: { consecutive5xxErrors: 2, interval: 1s, baseEjectionTime: 30s, maxEjectionPercent: 100 }',
      ) +
      scenario('rate: 20/s', '{ name: web, errors: 100%, status: 500 }'),
    label: '503 UH',
    chain: [
      ['The Service’s own route', '{ name: http, port: 80 }'],
      ['All pods of web', 'apiVersion: v1'],
      ['Service web selects app=web', 'selector: { app: web }'],
      ['Its one pod web-0 is ejected', 'apiVersion: networking.istio.io/v1'],
      ['Answered 503, flag UH', '{ name: http, port: 80 }'],
    ],
    repairs: [],
  },
  {
    name: 'UC, plain text to pods that take mTLS only',
    text: WEB + rule('tls: { mode: DISABLE }') + istio('PeerAuthentication', 'default', '{ mtls: { mode: STRICT } }'),
    label: '503 UC',
    chain: [
      ['The Service’s own route', '{ name: http, port: 80 }'],
      ['All pods of web', 'apiVersion: v1'],
      ['Pod web-0', 'apiVersion: apps/v1'],
      ['Speaks plain text', 'mode: DISABLE'],
      ['Pod web-0 takes mTLS only', 'mode: STRICT'],
      ['Answered 503, flag UC', '{ name: http, port: 80 }'],
    ],
    repairs: ['Use ISTIO_MUTUAL', 'Take plain text too'],
  },
  {
    name: 'UO, the queue is full',
    text:
      WEB +
      rule('connectionPool: { tcp: { maxConnections: 1 }, http: { http1MaxPendingRequests: 1 } }') +
      scenario('rate: 50/s', '{ name: web, latency: 100ms }'),
    label: '503 UO',
    chain: [
      ['The Service’s own route', '{ name: http, port: 80 }'],
      ['All pods of web', 'apiVersion: v1'],
      ['The queue of 1 is full', 'http1MaxPendingRequests: 1'],
      ['Answered 503, flag UO', '{ name: http, port: 80 }'],
    ],
    repairs: ['Raise http1MaxPendingRequests to 10'],
  },
  {
    name: 'UT, the rule’s timeout',
    text: WEB + to('host: web', ', timeout: 50ms') + scenario('rate: 20/s', '{ name: web, latency: 200ms }'),
    label: '504 UT',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web } }], timeout: 50ms }'],
      ['Sends everything it takes to web', 'destination: { host: web }'],
      ['All pods of web', 'host: web'],
      ['Pod web-0', 'apiVersion: apps/v1'],
      ['The Scenario says how web behaves', '{ name: web, latency: 200ms }'],
      ['The rule waits 50 ms and no longer', 'timeout: 50ms'],
      ['Answered 504, flag UT', '{ destination: { host: web } }'],
    ],
    repairs: ['Take the timeout out'],
  },
  {
    name: 'DC, the caller leaves',
    text: WEB + to('host: web') + scenario('rate: 20/s, patience: 50ms', '{ name: web, latency: 200ms }'),
    label: 'no answer DC',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web } }] }'],
      ['Sends everything it takes to web', 'destination: { host: web }'],
      ['All pods of web', 'host: web'],
      ['Pod web-0', 'apiVersion: apps/v1'],
      ['The Scenario says how web behaves', '{ name: web, latency: 200ms }'],
      [
        'The caller waits 50 ms, then leaves',
        'clients: [{ from: client, url: http://web/, rate: 20/s, patience: 50ms }]',
      ],
      ['Closed, flag DC', '{ destination: { host: web } }'],
    ],
    repairs: [],
  },
  {
    name: 'FI, an abort',
    text: WEB + to('host: web', ', fault: { abort: { httpStatus: 418, percentage: { value: 100 } } }'),
    label: '418 FI',
    chain: [
      [
        'Rule 1',
        '{ route: [{ destination: { host: web } }], fault: { abort: { httpStatus: 418, percentage: { value: 100 } } } }',
      ],
      ['Its fault aborts 100 % with 418', 'abort: { httpStatus: 418, percentage: { value: 100 } }'],
      ['Answered 418, flag FI', '{ destination: { host: web } }'],
    ],
    repairs: ['Take the abort out'],
  },
  {
    name: 'UF after retries, the pod refuses connections',
    text: WEB + to('host: web') + scenario('rate: 20/s', '{ name: web, fails: refused }'),
    label: '503 URX,UF',
    chain: [
      ['Rule 1', '{ route: [{ destination: { host: web } }] }'],
      ['Sends everything it takes to web', 'destination: { host: web }'],
      ['All pods of web', 'host: web'],
      ['Pod web-0', 'apiVersion: apps/v1'],
      ['The pod refuses connections', undefined],
      ['The Scenario says how web behaves', '{ name: web, fails: refused }'],
      ['3 tries, and none came through', '{ route: [{ destination: { host: web } }] }'],
      ['Answered 503, flag URX,UF', '{ destination: { host: web } }'],
    ],
    repairs: [],
  },
  {
    name: 'no address: the Service is in another namespace',
    text: `${WEB.replace('{ name: web }', '{ name: web, namespace: shop }')}${scenario('rate: 20/s')}`,
    label: 'no address',
    chain: [
      ['web does not resolve', undefined],
      ['Service web is in namespace shop, not in default', 'apiVersion: v1'],
      ['No answer', undefined],
    ],
    repairs: [],
  },
]

describe.each(CASES)('$name', ({ text, label, chain, repairs }) => {
  const told = once(() => ask(text))

  test('the chain leads from the rule to the answer, each link at its place', () => {
    expect(told().hole.label).toBe(label)
    expect(chainOf(text, told())).toEqual(chain)
  })

  test('the repairs are those that help, and they do', () => {
    expect(told().repairs.map(({ title }) => title)).toEqual(repairs)
    for (const repair of told().repairs) expect(failedAfter(text, repair)).toBe(repair.tried?.failedThen)
  })
})

/** The repaired text, played anew. */
function failedAfter(text: string, { edits, tried }: Repair): number {
  const answer = createAnswerer()
  const { picture } = answer({
    kind: 'run',
    id: 1,
    text: applyEdits(text, edits),
    proxy: undefined,
    traffic: undefined,
    untilMs: 20_000,
  }) as { readonly picture: Picture }
  return picture.log.departures
    .filter(({ course }) => course.outcome !== 'succeeded')
    .flatMap(({ atMs }) => [...atMs].filter(at => at <= (tried?.forMs ?? 0))).length
}

test('a repair counts what a pod answers 5xx to as well, of as many requests as before', () => {
  const text =
    NO_SUBSET +
    deployment('web', '-v9').replace(/version: -v9/, 'version: v1') +
    scenario('rate: 50/s', '{ name: web, errors: 40%, status: 500 }, { name: web-v9, errors: 40%, status: 500 }')
  const { repairs } = ask(text)
  expect(repairs.length).toBeGreaterThan(0)
  for (const { tried } of repairs) {
    const { failedNow = 0, ofNow = 0, failedThen = 0, ofThen = 0 } = tried ?? {}
    // All of 10 s at 50 a second, of which 40 in 100 fail: 200, give or take four standard deviations of 11.
    expect([failedNow, ofNow, ofThen]).toEqual([500, 500, 500])
    expect(Math.abs(failedThen - 200)).toBeLessThan(44)
  }
})

test('what would still fail, of another cause, once this one is mended', () => {
  const [moved] = ask(ASIDE).repairs
  const { failedNow, failedThen, ofThen, remains } = moved?.tried ?? {}
  expect([failedNow, failedThen, remains?.failed]).toEqual([ofThen, ofThen, ofThen])
  expect(remains?.of).toBe('503 UC: pods of web take mTLS only: the request comes in plain text')
})

test('who dies, by class, and when', () => {
  const { death, picture, hole } = ask(NO_SUBSET)
  const all = picture.log.departures.filter(({ course }) => course.end === hole.id)
  expect(death.hole).toBe(hole.id)
  expect(death.classes.reduce((sum, { landsAtMs }) => sum + landsAtMs.length, 0)).toBe(
    all.reduce((sum, { atMs }) => sum + atMs.length, 0),
  )
})

test('what is wrong where it dies, and not beside it', () => {
  const split = rules(
    '{ route: [{ destination: { host: web, subset: v9 }, weight: 99 }, { destination: { host: web, port: { number: 81 } }, weight: 1 }] }',
  )
  const { picture, death } = ask(WEB + split + v1)
  expect(picture.diagnostics.map(({ title }) => title)).toContain('Service web has no port 81')
  expect(death.problems).toEqual([{ code: 'IST0101', title: 'No DestinationRule defines subset v9' }])
})

test('a request that comes through has no death', () => {
  const answer = createAnswerer()
  answer({ kind: 'run', id: 1, text: WEB, proxy: undefined, traffic: undefined, untilMs: 1000 })
  const told = answer({ kind: 'explain', id: 2, number: 1 })
  expect(told.kind === 'explanation' && told.explanation?.death).toBeUndefined()
  expect(answer({ kind: 'repairs', id: 3, number: 1 })).toMatchObject({ repairs: [] })
})
