import { expect, test } from 'vitest'
import { createDecoder } from '../resources/index.ts'
import { createYamlParser } from '../yaml/index.ts'
import { assume } from './index.ts'

function clientsOf(text: string) {
  const { resources } = createDecoder().decodeAll(createYamlParser().parse(text))
  return assume(resources).traffic.clients
}

const classesOf = (http: string, hosts = '[reviews]') =>
  (clientsOf(virtualService(http, hosts))[0]?.classes ?? []).map(({ label, weight, request }) => ({
    label,
    weight,
    sent: [
      request.method,
      `${request.authority}${request.path}`,
      ...[...request.headers].map(([name, value]) => `${name}=${value}`),
    ].join(' '),
  }))

const virtualService = (http: string, hosts: string) => `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: ${hosts}
  http:
${http}`
const ROUTE = 'route: [{ destination: { host: reviews, port: { number: 9080 } } }]'

test('a rule by header and a rule for the rest: three in four go to the rest', () => {
  expect(classesOf(`  - match: [{ headers: { End-User: { exact: jason } } }]\n    ${ROUTE}\n  - ${ROUTE}`)).toEqual([
    { label: 'no header', weight: 75, sent: 'GET reviews:9080/' },
    { label: 'jason', weight: 25, sent: 'GET reviews:9080/ end-user=jason' },
  ])
})

test('without a rule for the rest, one request in a few still tries', () => {
  expect(classesOf(`  - match: [{ uri: { prefix: /login } }]\n    ${ROUTE}`)).toEqual([
    { label: '/login', weight: 75, sent: 'GET reviews:9080/login' },
    { label: '/', weight: 25, sent: 'GET reviews:9080/' },
  ])
})

test.each([
  ['{ uri: { regex: "/v[0-9]/x" } }', 'GET reviews:9080/v1/x'],
  ['{ method: { exact: POST }, uri: { exact: /a } }', 'POST reviews:9080/a'],
  ['{ queryParams: { user: { exact: Tom } } }', 'GET reviews:9080/?user=Tom'],
  ['{ headers: { x-canary: {} } }', 'GET reviews:9080/ x-canary=x'],
  ['{ authority: { prefix: api } }', 'GET api/'],
  ['{ port: 81 }', 'GET reviews:81/'],
])('%s is met by %s', (match, sent) => {
  expect(classesOf(`  - match: [${match}]\n    ${ROUTE}\n  - ${ROUTE}`).map(each => each.sent)).toContain(sent)
})

test('where a rule takes what has no header, the rest carries the header', () => {
  const classes = classesOf(`  - match: [{ withoutHeaders: { x-new: { exact: "1" } } }]\n    ${ROUTE}\n  - ${ROUTE}`)
  expect(classes.map(each => each.sent)).toEqual(['GET reviews:9080/ x-new=1', 'GET reviews:9080/'])
})

test('two rules for the same requests get one request; one that nothing can meet gets none', () => {
  const same = `  - match: [{ uri: { exact: /a } }]\n    ${ROUTE}\n`
  const impossible = `  - match: [{ uri: { regex: "(" } }]\n    ${ROUTE}\n`
  expect(classesOf(same + same + impossible).map(each => each.label)).toEqual(['/a', '/'])
})

test('one client sends to all hosts, each as often as the other, named by host', () => {
  const classes = classesOf(`  - ${ROUTE}`, '[reviews, ratings, "*.example.com"]')
  expect(classes.map(each => [each.label, each.weight])).toEqual([
    ['reviews', 100],
    ['ratings', 100],
    ['www.example.com', 100],
  ])
})

test('a rule for a source is asked for only by the caller that has it', () => {
  const clients = clientsOf(
    virtualService(
      `  - match: [{ sourceNamespace: other, uri: { exact: /private } }]\n    ${ROUTE}\n  - ${ROUTE}`,
      '[reviews]',
    ),
  )
  expect(clients.map(({ proxy, classes }) => [proxy, classes.map(each => each.request.path)])).toEqual([
    ['client.default', ['/']],
    ['client.other', ['/', '/private']],
  ])
  expect(clients[1]?.classes[0]?.request.dialHost).toBe('reviews.default')
})

test('without VirtualServices somebody calls every Service once', () => {
  const service = (name: string) =>
    `apiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec: { selector: { app: ${name} }, ports: [{ name: tcp-x, port: 9 }, { name: http, port: 81 }] }`
  const [client] = clientsOf(`${service('a')}\n---\n${service('b')}`)
  expect(client?.classes.map(({ label, request }) => [label, request.authority])).toEqual([
    ['a', 'a:81'],
    ['b', 'b:81'],
  ])
})
