import { expect, test } from 'vitest'
import fc from 'fast-check'
import { toProxyId } from '../base/ids.ts'
import { below } from '../base/origin.ts'
import { createPipeline } from '../pipeline/index.ts'
import { createSeededChance } from '../route/index.ts'
import { reachConnection, reachRule } from './index.ts'

const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }, { name: tcp-db, port: 90 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: client }
spec: { template: { metadata: { labels: { app: client } } } }
`
const virtualService = (rules: string, name = 'web', hosts = 'hosts: [web], ') =>
  `---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: ${name} }\nspec: { ${hosts}${rules} }\n`
const rule = (match: string) =>
  `{ ${match === '' ? '' : `match: [${match}], `}route: [{ destination: { host: web } }] }`

function reach(index: number, text: string, kind: 'http' | 'tcp' | 'tls' = 'http', of = 'web') {
  const world = createPipeline().run(text)
  const proxy = toProxyId('client', 'default')
  const resource = world.mesh.virtualServices.find(({ name, spec }) => name === of && spec[kind].length > index)
  if (!resource) throw new Error('no such rule')
  const known = world.traffic.clients.flatMap(({ classes }) => classes.map(({ request }) => request))
  const router = world.routerFor(proxy)
  const origin = below(resource.origin, 'spec', kind, index)
  return { origin, router, found: (kind === 'http' ? reachRule : reachConnection)(router, known, origin) }
}

const last = (...matches: readonly string[]) =>
  reach(matches.length - 1, SERVICE + virtualService(`http: [${matches.map(rule).join(', ')}]`))

test.each<[name: string, matches: readonly string[]]>([
  ['one without conditions', ['']],
  ['a prefix behind its own exact path', ['{ uri: { exact: /a } }', '{ uri: { prefix: /a } }']],
  ['the rest behind a prefix', ['{ uri: { prefix: /a } }', '{ uri: { prefix: / } }']],
  ['a header', ['{ uri: { exact: /a } }', '{ headers: { end-user: { exact: jason } } }']],
  ['a header that must be absent above', ['{ withoutHeaders: { x: {} } }', '']],
  ['a header value that must not be', ['{ withoutHeaders: { x: { exact: a } } }', '']],
  ['a method that is left over', ['{ method: { exact: GET } }', '{ method: { exact: POST } }', '']],
  ['a regex', ['{ uri: { regex: "/v[0-9]+/.*" } }']],
  ['a query parameter', ['{ queryParams: { v: { exact: "2" } } }']],
  ['behind a header prefix', ['{ headers: { x: { exact: x } } }', '{ headers: { x: {} } }']],
  ['another case', ['{ uri: { prefix: /a } }', '{ uri: { prefix: /a }, ignoreUriCase: true }']],
])('found, and the router agrees: %s', (_, matches) => {
  const { found, router, origin } = last(...matches)
  if (found.kind !== 'request') throw new Error(found.kind)
  expect(router.decide(found.request, createSeededChance(7)).route?.origin).toEqual(origin)
})

test.each<[name: string, matches: readonly string[], by: number]>([
  ['the same again', ['{ uri: { prefix: /a } }', '{ uri: { prefix: /a } }'], 0],
  ['a longer prefix', ['{ uri: { prefix: /a } }', '{ uri: { prefix: /ab } }'], 0],
  [
    'an exact path under a prefix',
    ['{ headers: { x: {} } }', '{ uri: { prefix: /a } }', '{ uri: { exact: /a/b } }'],
    1,
  ],
  [
    'the same header and more',
    ['{ headers: { x: { exact: a } } }', '{ uri: { exact: /b }, headers: { x: { exact: a } } }'],
    0,
  ],
])('proven, with the rule that shadows it: %s', (_, matches, by) => {
  const { found, origin } = last(...matches)
  expect(found.kind).toBe('shadowed')
  const path = [...origin.path.slice(0, -1), by]
  expect(found.kind === 'shadowed' && found.by.map(route => route.origin?.path)).toEqual([path])
})

test('neither found nor proven is said so: two halves take all that the third wants', () => {
  const halves = [
    '{ uri: { regex: "/[a-m].*" } }',
    '{ uri: { regex: "/([n-z].*)?" } }',
    '{ uri: { regex: "/[a-z].*" } }',
  ]
  expect(last(...halves).found.kind).toBe('not-found')
})

test('behind one that takes all there is no route: istiod leaves it out', () => {
  expect(last('', '{ uri: { prefix: /a } }').found).toEqual({ kind: 'absent' })
})

test('a rule for a gateway is no route of a sidecar', () => {
  const text = SERVICE + virtualService(`http: [${rule('{ gateways: [edge] }')}, ${rule('')}]`)
  expect(reach(0, text).found).toEqual({ kind: 'absent' })
})

test('a delegate’s rule is reached under what its root asks for', () => {
  const root = virtualService('http: [{ match: [{ uri: { prefix: /a } }], delegate: { name: part } }]')
  const { found } = reach(
    0,
    SERVICE + root + virtualService(`http: [${rule('{ uri: { prefix: /a/b } }')}]`, 'part', ''),
    'http',
    'part',
  )
  expect(found.kind === 'request' && found.request.path).toMatch(/^\/a\/b/)
})

test('a tcp rule is reached by its port', () => {
  const tcp = 'tcp: [{ match: [{ port: 90 }], route: [{ destination: { host: web } }] }]'
  const { found } = reach(0, SERVICE + virtualService(tcp), 'tcp')
  expect(found.kind === 'request' && found.request.dialPort).toBe(90)
})

const path = fc.constantFrom('/', '/a', '/a/', '/ab', '/b')
const match = fc.oneof(
  fc.constant(''),
  path.map(value => `{ uri: { prefix: ${value} } }`),
  path.map(value => `{ uri: { exact: ${value} } }`),
  fc.constantFrom('{ headers: { x: { exact: a } } }', '{ withoutHeaders: { x: {} } }', '{ method: { exact: GET } }'),
)
const request = fc.record({
  path: fc.constantFrom('/', '/a', '/a/', '/ab', '/abc', '/b', '/a/x', '/c'),
  x: fc.constantFrom(undefined, 'a', 'b'),
  method: fc.constantFrom('GET', 'POST'),
})

test('whatever the rules, no request reaches one that is proven unreachable', () => {
  fc.assert(
    fc.property(
      fc.array(match, { minLength: 2, maxLength: 4 }),
      fc.array(request, { minLength: 20 }),
      (matches, asked) => {
        const { found, router, origin } = last(...matches)
        const [base] = createPipeline()
          .run(SERVICE)
          .traffic.clients.flatMap(({ classes }) => classes)
        if (!base || found.kind !== 'shadowed') return
        for (const { path, x, method } of asked) {
          const headers = new Map(x === undefined ? [] : [['x', x] as const])
          const { route } = router.decide({ ...base.request, path, method, headers }, createSeededChance(1))
          expect(route?.origin).not.toEqual(origin)
        }
      },
    ),
    { numRuns: 40, seed: 7 },
  )
})
