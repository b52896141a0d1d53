import { expect, test } from 'vitest'
import type { ForwardAction, HeaderMutations } from '../envoy/index.ts'
import type { HeaderOperations, HttpRule, Labels } from '../resources/index.ts'
import { rule, to, vs } from '../mesh/testing/resources.ts'
import { bindRule } from './bound-virtual-service.ts'
import { toRouteAction } from './route-action.ts'
import type { RouteContext } from './route-context.ts'

const context: RouteContext = {
  caller: { namespace: 'prod', labels: {}, isAt: () => false },
  port: 9080,
  clusterDomain: 'cluster.local',
  services: new Map(),
  hashes: {
    forDestination: host => (host.startsWith('hashed.') ? { kind: 'sourceIp' } : undefined),
    forService: () => undefined,
  },
}
const act = (overrides: Partial<HttpRule>) =>
  toRouteAction(bindRule(rule(overrides), vs(['reviews'], [], { namespace: 'prod' }), 0), context)
const forward = (overrides: Partial<HttpRule>) => act(overrides).action as ForwardAction
const request = (set: Labels, add: Labels = {}, remove: readonly string[] = []): HeaderOperations => ({
  request: { set, add, remove },
  response: { set: {}, add: {}, remove: [] },
})
const written = ({ add, remove }: HeaderMutations) => [...add.map(({ name, value }) => `${name}=${value}`), ...remove]

test('a short destination is looked up in the namespace of the VirtualService, at the dialled port unless it names one', () => {
  const clusters = (...route: HttpRule['route']) => forward({ route }).clusters.map(leg => leg.cluster)
  expect(clusters(to('a:v1', 1), to('b.other', 1))).toEqual([
    'outbound|9080|v1|a.prod.svc.cluster.local',
    'outbound|9080||b.other',
  ])
  expect(clusters({ ...to('a'), destination: { host: 'a', subset: undefined, port: 81 } })).toEqual([
    'outbound|81||a.prod.svc.cluster.local',
  ])
})

test('weights count among several destinations only, where 0 and none drop out', () => {
  const weights = (...route: HttpRule['route']) => {
    const action = forward({ route })
    return [action.clusters.map(leg => leg.weight), action.totalWeight]
  }
  expect(weights(to('a', 0))).toEqual([[1], 1])
  expect(weights(to('a', 37))).toEqual([[1], 1])
  expect(weights(to('a', 90), to('b', 0), to('c', 20), to('d'))).toEqual([[90, 20], 110])
})

test("a single destination's header operations follow the rule's, several keep their own", () => {
  const headers = request({ z: '1', a: '1' }, { a: '2' }, ['gone'])
  const own = { headers: request({ a: 'own' }, {}, ['too']) }
  const single = act({ headers, route: [to('a', 1, own)] })
  expect(written(single.requestHeaders)).toEqual(['a=1', 'z=1', 'a=2', 'a=own', 'gone', 'too'])
  const several = act({ headers, route: [to('a', 1, own), to('b', 1)] })
  expect(written(several.requestHeaders)).toEqual(['a=1', 'z=1', 'a=2', 'gone'])
  const legs = (several.action as ForwardAction).clusters
  expect(legs.map(leg => written(leg.requestHeaders))).toEqual([['a=own', 'too'], []])
})

test.each([
  ['rewrite.authority', { rewrite: 'r', rule: 'h', own: 'o' }, 'r'],
  ["the rule's host header", { rule: 'h', own: 'o' }, 'h'],
  ["the destination's host header", { own: 'o' }, 'o'],
  ['nothing', {}, undefined],
])('Host is rewritten by %s', (_, from: { rewrite?: string; rule?: string; own?: string }, expected) => {
  const host = (value: string | undefined) => request(value === undefined ? {} : { Host: value })
  const parts = act({
    rewrite:
      from.rewrite === undefined ? undefined : { uri: undefined, authority: from.rewrite, uriRegexRewrite: undefined },
    headers: host(from.rule),
    route: [to('a', 1, { headers: host(from.own) })],
  })
  expect((parts.action as ForwardAction).hostRewrite).toBe(expected)
  expect(written(parts.requestHeaders)).toEqual([])
})

test('retries stay with the host where a single destination hashes', () => {
  const avoids = (...route: HttpRule['route']) => forward({ route }).retryPolicy?.avoidPreviousHosts
  expect(avoids(to('a'))).toBe(true)
  expect(avoids(to('hashed'))).toBe(false)
  expect(avoids(to('hashed', 1), to('a', 1))).toBe(true)
})

test('a timeout that is not given is none, and a share of 0 is no mirror', () => {
  const mirror = (percent: number) => ({ destination: to('m').destination, percent, path: ['mirror'] })
  const action = forward({ route: [to('a')], mirrors: [mirror(0), mirror(0.01)] })
  expect(action.timeoutMs).toBe(0)
  expect(action.mirrors.map(m => [m.numerator, m.denominator])).toEqual([[100, 1_000_000]])
  expect(forward({ route: [to('a')], timeoutMs: 500 }).timeoutMs).toBe(500)
})

const redirect = (overrides: Partial<NonNullable<HttpRule['redirect']>>) =>
  act({
    redirect: {
      uri: undefined,
      authority: undefined,
      scheme: undefined,
      port: undefined,
      derivePort: undefined,
      redirectCode: undefined,
      ...overrides,
    },
  }).action

test.each([
  [{ uri: '/x' }, { path: '/x', status: 301, port: undefined }],
  [{ redirectCode: 308 }, { status: 308 }],
  [
    { port: 8443, scheme: 'https' },
    { port: 8443, scheme: 'https' },
  ],
  [{ port: 443, scheme: 'https' }, { port: undefined }],
  [{ port: 80 }, { port: undefined }],
  [{ port: 443 }, { port: 443 }],
  [{ derivePort: 'FROM_REQUEST_PORT' }, { port: 9080 }],
  [{ derivePort: 'FROM_PROTOCOL_DEFAULT' }, { port: undefined }],
])('redirect %j is %j', (overrides, expected) => {
  expect(redirect(overrides)).toMatchObject(expected)
})
