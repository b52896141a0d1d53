import { expect, test } from 'vitest'
import { toHostname, toProxyId } from '../base/ids.ts'
import { buildMesh } from '../mesh/index.ts'
import type { DestinationRuleResource, Labels } from '../resources/index.ts'
import { dr, subset } from '../mesh/testing/resources.ts'
import { indexDestinationRules } from './destination-rule-index.ts'
import { chooseDestinationRule, findDestinationRules } from './destination-rule-lookup.ts'

const HOST = 'reviews.default.svc.cluster.local'

/** The subsets that a caller finds for reviews.default; undefined where no rule counts. */
function find(rules: readonly DestinationRuleResource[], namespace: string, labels: Labels = {}) {
  const index = indexDestinationRules(buildMesh(rules))
  const service = { hostname: toHostname(HOST), namespace: 'default' }
  const found = findDestinationRules(index, namespace, 'istio-system', service)
  const caller = { proxy: toProxyId('sleep', namespace), namespace, labels, sidecar: true }
  return chooseDestinationRule(found, caller)?.subsets.map(({ subset: { name } }) => name)
}

const inNamespace = (namespace: string, host = HOST, exportTo: readonly string[] = []) =>
  dr(host, [subset(namespace)], { namespace, spec: { exportTo } })

test.each([
  ["the caller's namespace first", 'other', [inNamespace('other'), inNamespace('default')], ['other']],
  ["then the service's", 'other', [inNamespace('default'), inNamespace('istio-system')], ['default']],
  ['then the root namespace', 'other', [inNamespace('istio-system')], ['istio-system']],
  ['never a third one', 'other', [inNamespace('third')], undefined],
  [
    "a wildcard of the caller's hides the service's exact rule",
    'other',
    [inNamespace('other', '*'), inNamespace('default')],
    ['other'],
  ],
  [
    'the exact host beats a wildcard',
    'default',
    [inNamespace('default', '*.local'), dr(HOST, [subset('exact')])],
    ['exact'],
  ],
  [
    'the longer wildcard beats the shorter',
    'default',
    [inNamespace('default', '*'), dr('*.cluster.local', [subset('long')])],
    ['long'],
  ],
  ['a private rule stays at home', 'other', [inNamespace('default', HOST, ['.'])], undefined],
  ['a private rule counts at home', 'default', [inNamespace('default', HOST, ['.'])], ['default']],
  [
    'a hidden rule gives way to the next level',
    'other',
    [inNamespace('default', HOST, ['third', 'x']), inNamespace('istio-system')],
    ['istio-system'],
  ],
  [
    'a hidden exact rule does not give way to a visible wildcard',
    'other',
    [inNamespace('default', HOST, ['third', 'x']), inNamespace('default', '*.cluster.local')],
    undefined,
  ],
  ['exported elsewhere only, not usable at home', 'default', [inNamespace('default', HOST, ['other'])], undefined],
  [
    'the root namespace uses its own private rules first',
    'istio-system',
    [inNamespace('istio-system', HOST, ['.']), inNamespace('default')],
    ['istio-system'],
  ],
  [
    "the root namespace's public rule comes after the service's",
    'istio-system',
    [inNamespace('istio-system'), inNamespace('default')],
    ['default'],
  ],
] as const)('%s', (_, namespace, rules, expected) => {
  expect(find(rules, namespace)).toEqual(expected)
})

test('rules for one host add up their subsets, the first of a name counts', () => {
  const first = dr('reviews', [subset('v1')], { name: 'a' })
  const second = dr(HOST, [subset('v1', { labels: { other: 'x' } }), subset('v2')], { name: 'b' })
  expect(find([first, second], 'default')).toEqual(['v1', 'v2'])
})

test('rules that are exported differently do not add up: the newest counts', () => {
  const first = dr('reviews', [subset('v1')], { name: 'a' })
  const second = dr('reviews', [subset('v2')], { name: 'b', spec: { exportTo: ['.'] } })
  expect(find([first, second], 'default')).toEqual(['v2'])
})

test('one for more namespaces vanishes into one for fewer', () => {
  const few = dr('reviews', [subset('v1')], { name: 'a', spec: { exportTo: ['default', 'other'] } })
  const more = dr('reviews', [subset('v2')], { name: 'b', spec: { exportTo: ['default', 'other', 'prod'] } })
  expect(find([few, more], 'other')).toEqual(['v1', 'v2'])
  expect(find([few, more], 'prod')).toBeUndefined()
})

test('the last rule for the host decides whether another stands beside it, wherever it was merged', () => {
  const rules = [['.'], ['*'], ['.']].map((exportTo, i) =>
    dr('reviews', [subset(`v${String(i)}`)], { name: `r${String(i)}`, spec: { exportTo } }),
  )
  expect(find(rules, 'default')).toEqual(['v2'])
})

test('a workloadSelector takes the place of other rules for the callers it selects, and only at home', () => {
  const all = dr('reviews', [subset('all')], { name: 'all' })
  const mine = dr('reviews', [subset('mine')], { name: 'mine', spec: { workloadSelector: { app: 'sleep' } } })
  expect(find([all, mine], 'default', { app: 'sleep', x: 'y' })).toEqual(['mine'])
  expect(find([all, mine], 'default', { app: 'batch' })).toEqual(['all'])
  expect(find([all, mine], 'other', { app: 'sleep' })).toEqual(['all'])
  const away = inNamespace('istio-system')
  expect(find([mine, away], 'default', { app: 'batch' })).toBeUndefined()
})

test('the first policy stays whole', () => {
  const policy = (simple: string) => ({
    loadBalancer: { simple, consistentHash: undefined, ring: undefined, warmupMs: undefined },
    connectionPool: undefined,
    outlierDetection: undefined,
    tls: undefined,
    portLevelSettings: [],
  })
  const rules = [
    dr('reviews', [], { name: 'a' }),
    dr('reviews', [], { name: 'b', spec: { trafficPolicy: policy('RANDOM') } }),
    dr('reviews', [], { name: 'c', spec: { trafficPolicy: policy('ROUND_ROBIN') } }),
  ]
  const index = indexDestinationRules(buildMesh(rules))
  const [merged, ...others] = findDestinationRules(index, 'default', 'istio-system', {
    hostname: toHostname(HOST),
    namespace: 'default',
  })
  expect(merged?.trafficPolicy?.loadBalancer?.simple).toBe('RANDOM')
  expect(others).toEqual([])
})
