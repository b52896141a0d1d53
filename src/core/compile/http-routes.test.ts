import { expect, test } from 'vitest'
import type { HttpMatch, HttpRule } from '../resources/index.ts'
import { match, rule, to, vs } from '../mesh/testing/resources.ts'
import { bindVirtualService } from './bound-virtual-service.ts'
import { buildHttpRoutes } from './http-routes.ts'
import type { RouteContext } from './route-context.ts'

const context: RouteContext = {
  caller: {
    namespace: 'default',
    labels: { app: 'sleep', tier: 'web' },
    isAt: () => false,
  },
  port: 9080,
  clusterDomain: 'cluster.local',
  services: new Map(),
  hashes: { forDestination: () => undefined, forService: () => undefined },
}

const routes = (...rules: readonly HttpRule[]) =>
  buildHttpRoutes(bindVirtualService(vs(['reviews'], rules), 'cluster.local'), context)
const named = (name: string, ...matches: readonly HttpMatch[]) => rule({ name, match: matches, route: [to('reviews')] })
const uri = (kind: 'exact' | 'prefix' | 'regex', value: string, more: Partial<HttpMatch> = {}) =>
  match({ uri: { kind, value }, ...more })

test('one route for each match of each rule, all doing the same, named by rule and match', () => {
  const made = routes(
    named('a', uri('exact', '/x', { name: 'm' }), uri('exact', '/y')),
    named('', uri('exact', '/z', { name: 'n' })),
  )
  expect(made.map(r => [r.name, r.match.path])).toEqual([
    ['a.m', { kind: 'path', value: '/x' }],
    ['a', { kind: 'path', value: '/y' }],
    ['.n', { kind: 'path', value: '/z' }],
  ])
  expect(made[1]?.action).toBe(made[0]?.action)
})

test.each([
  ['no match', [], true],
  ['an empty match', [match()], true],
  ['prefix /', [uri('prefix', '/')], true],
  ['regex .*', [uri('regex', '.*')], true],
  ['regex /.*', [uri('regex', '/.*')], false],
  ['an empty prefix', [uri('prefix', '')], false],
  ['prefix / with a header', [uri('prefix', '/', { headers: { x: { kind: 'present' } } })], false],
  ['prefix / with a query parameter', [uri('prefix', '/', { queryParams: { x: { kind: 'present' } } })], false],
  ['a method', [match({ method: { kind: 'exact', value: 'GET' } })], false],
  ['the second of three matches', [uri('exact', '/a'), match(), uri('exact', '/b')], true],
] as const)('%s ends the list: %s', (_, matches, ends) => {
  const made = routes(named('first', ...matches), named('last'))
  expect(made.at(-1)?.name).toBe(ends ? 'first' : 'last')
})

test.each([
  ['the dialled port', { port: 9080 }, true],
  ['another port', { port: 80 }, false],
  ["the caller's labels", { sourceLabels: { app: 'sleep' } }, true],
  ['labels that it lacks', { sourceLabels: { app: 'sleep', version: 'v1' } }, false],
  ['its namespace', { sourceNamespace: 'default' }, true],
  ['another namespace', { sourceNamespace: 'other' }, false],
  ['the mesh', { gateways: ['mesh'] }, true],
  ['a gateway', { gateways: ['ingress'] }, false],
  [
    'the mesh, which settles labels and namespace',
    { gateways: ['mesh'], sourceNamespace: 'other', sourceLabels: { no: 'x' } },
    true,
  ],
  ['the mesh, which does not settle the port', { gateways: ['mesh'], port: 80 }, false],
] as const)('a match for %s is sent: %s', (_, conditions, sent) => {
  expect(routes(named('a', match(conditions))).length).toBe(sent ? 1 : 0)
})

test('headers come by name, then method, authority and scheme; inverted values take an absent header as empty', () => {
  const [route] = routes(
    named(
      'a',
      match({
        scheme: { kind: 'exact', value: 'http' },
        method: { kind: 'exact', value: 'GET' },
        authority: { kind: 'prefix', value: 'r' },
        headers: { 'X-B': { kind: 'regex', value: '*' } },
        withoutHeaders: { 'x-c': { kind: 'exact', value: '1' }, 'x-a': { kind: 'present' } },
      }),
    ),
  )
  expect(route?.match.headers.map(h => [h.name, h.match.kind, h.invert, h.treatMissingAsEmpty])).toEqual([
    ['x-a', 'present', true, false],
    ['x-b', 'present', false, false],
    ['x-c', 'exact', true, true],
    [':method', 'exact', false, false],
    [':authority', 'prefix', false, false],
    [':scheme', 'exact', false, false],
  ])
})
