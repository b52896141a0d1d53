import { expect, test } from 'vitest'
import type { Client } from '../simulate/index.ts'
import { clientsOf } from './clients-of.ts'
import { stage } from './testing/play.ts'

function clients(...lines: readonly string[]): readonly Client[] {
  const { scenario, mesh } = stage(`  clients:\n${lines.map(line => `  - ${line}\n`).join('')}`)
  return clientsOf(scenario, mesh)
}

const URL = 'url: http://reviews:9080/reviews/0'

test('who calls, what, how often, from when until when', () => {
  const [client] = clients(
    `{ from: productpage, ${URL}, method: post, headers: { end-user: jason }, rate: 300/m, start: 5s, end: 1m, patience: 2s }`,
  )
  expect(client).toEqual({
    id: 'productpage',
    proxy: 'productpage.default',
    ratePerSecond: 5,
    load: { kind: 'rate', perSecond: 5, startMs: 5000, endMs: 60_000 },
    patienceMs: 2000,
    classes: [
      {
        id: 'POST /reviews/0 jason',
        label: 'POST /reviews/0 jason',
        weight: 1,
        request: {
          method: 'POST',
          scheme: 'http',
          dialHost: 'reviews',
          dialPort: 9080,
          authority: 'reviews:9080',
          path: '/reviews/0',
          headers: new Map([['end-user', 'jason']]),
        },
      },
    ],
  })
})

test.each([
  ['rate: 20/s', 20, undefined],
  ['rate: 20', 20, undefined],
  ['rate: 7200/h', 2, undefined],
  ['method: GET', 50, undefined],
  ['rate: 20, count: 100', 20, { kind: 'rate', perSecond: 20, count: 100 }],
  ['concurrency: 5', 0, { kind: 'loop', concurrency: 5, count: 200_000 }],
  ['concurrency: 5, pause: 100ms, count: 200', 0, { kind: 'loop', concurrency: 5, pauseMs: 100, count: 200 }],
  // Both: an error, and the number of callers counts.
  ['concurrency: 2, rate: 9, start: 0', 0, { kind: 'loop', concurrency: 2, startMs: 0, count: 200_000 }],
])('%s', (how, perSecond, load) => {
  const [client] = clients(`{ from: productpage, ${URL}, ${how} }`)
  expect([client?.ratePerSecond, client?.load]).toEqual([perSecond, load])
})

test('a mix takes from its client what its requests leave out', () => {
  const [client] = clients(`from: productpage
    ${URL}
    headers: { x-a: shared, x-b: shared }
    requests:
    - { label: jason, headers: { X-A: own }, share: 20 }
    - { url: 'http://reviews:9080/other?q=1', share: 80% }
    - { url: 'http://ratings/', method: PUT }`)
  expect(client?.classes.map(({ label, weight, request }) => [label, weight, request.method, request.path])).toEqual([
    ['jason', 20, 'GET', '/reviews/0'],
    // Another host is called too, so the host is told.
    ['reviews:9080/other?q=1 shar…', 80, 'GET', '/other?q=1'],
    ['PUT ratings shared shared', 1, 'PUT', '/'],
  ])
  expect([...(client?.classes[0]?.request.headers ?? [])]).toEqual([
    ['x-b', 'shared'],
    ['x-a', 'own'],
  ])
})

test('names are the workloads’ where none is given, and each is there once', () => {
  const all = clients(
    `{ from: productpage, ${URL} }`,
    `{ from: productpage.default, ${URL} }`,
    `{ name: robot, from: sleep.prod, ${URL} }`,
    `{ name: robot, gateway: reviews-v2, ${URL} }`,
  )
  expect(all.map(({ id, proxy }) => `${id} ${proxy}`)).toEqual([
    'productpage productpage.default',
    'productpage #2 productpage.default',
    'robot sleep.prod',
    'robot #2 reviews-v2.default',
  ])
})

test.each([
  ['an unknown workload', `{ from: nobody, ${URL} }`],
  ['a workload of another namespace', `{ from: sleep, ${URL} }`],
  ['no caller', `{ ${URL} }`],
  ['no URL', '{ from: productpage }'],
  ['a URL that cannot be read', '{ from: productpage, url: reviews }'],
])('%s: left out', (_, line) => {
  expect(clients(line)).toEqual([])
})

test('kinds of requests of one workload name their hosts where these differ, whichever of its clients sends them', () => {
  const labels = (...lines: readonly string[]) =>
    clients(...lines).flatMap(({ classes }) => classes.map(each => each.label))
  expect(
    labels(
      '{ from: productpage, url: "http://search/" }',
      '{ from: productpage, url: "http://cart.shop.svc.cluster.local/items" }',
      '{ from: productpage, url: "http://reviews.default.svc.cluster.local:9080/" }',
    ),
  ).toEqual(['search', 'cart.shop/items', 'reviews:9080'])
  expect(
    labels(
      '{ name: a, from: productpage, url: "http://search/" }',
      '{ name: b, from: productpage, url: "http://search/" }',
    ),
  ).toEqual(['/', '/'])
})
