import { expect, test } from 'vitest'
import { placeAt } from './place-at.ts'
import { atCursor } from './testing/at-cursor.ts'

const VS = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews, namespace: shop }
spec:
`

const at = (marked: string) => {
  const { text, offset, known } = atCursor(marked)
  const place = placeAt(known.parsed, offset)
  if (!place) return undefined
  const { kind, namespace, path, isKey, word, before, inset, isAlone } = place
  return {
    kind,
    namespace,
    path: path.join('.'),
    isKey,
    word: text.slice(word.start, word.end),
    before,
    inset,
    isAlone,
  }
}

const LEG = 'spec.http.0.route.0.destination'

test.each([
  ['half of a word', '  http:\n  - route:\n    - destination:\n        host: re|\n', `${LEG}.host`, 're'],
  [
    'nothing yet',
    '  http:\n  - route:\n    - destination:\n        host: reviews\n        subset: |\n',
    `${LEG}.subset`,
    '',
  ],
  [
    'in the middle of a word',
    '  http:\n  - route:\n    - destination: { host: rev|iews, subset: v1 }\n',
    `${LEG}.host`,
    'reviews',
  ],
  [
    'brackets that are still open',
    '  http:\n  - route:\n    - destination: { host: |\n  exportTo: [x]\n',
    `${LEG}.host`,
    '',
  ],
  ['quotes', '  hosts: ["re|"]\n', 'spec.hosts.0', 're'],
  ['a quote that is still open', '  gateways:\n  - "gw|\n  hosts: [a]\n', 'spec.gateways.0', 'gw'],
  ['an item of a list', '  hosts:\n  - |\n  http: []\n', 'spec.hosts.0', ''],
  ['a second item in brackets', '  hosts: [a, b|]\n', 'spec.hosts.1', 'b'],
  ['a full name', '  hosts: [reviews.prod.svc|.cluster.local]\n', 'spec.hosts.0', 'reviews.prod.svc.cluster.local'],
  ['carriage returns', '  hosts:\r\n  - re|\r\n  http: []\r\n', 'spec.hosts.0', 're'],
])('finds the value that is written: %s', (_, rest, path, word) => {
  expect(at(VS + rest)).toMatchObject({ kind: 'VirtualService', namespace: 'shop', path, isKey: false, word })
})

test.each([
  ['among others', '  http:\n  - route: []\n    ti|\n  - name: x\n', 'spec.http.0', 'ti', true],
  ['whose value is there', '  http:\n  - ti|: 2s\n', 'spec.http.0', 'ti', false],
  ['in brackets', '  http: [{ name: a, ti| }]\n', 'spec.http.0', 'ti', false],
])('finds the map that a key is written in: %s', (_, rest, path, word, isAlone) => {
  expect(at(VS + rest)).toMatchObject({ path, isKey: true, word, isAlone })
})

test('the first word under a key may become its key or its value', () => {
  expect(at(`${VS}  http:\n  - name: a\n    retries:\n      at|\n`)).toMatchObject({
    path: 'spec.http.0.retries',
    isKey: false,
    isAlone: true,
  })
})

test.each([
  ['a comment', `${VS}  hosts: [a] # re|\n`],
  ['a separator', `${VS}  hosts: [a]\n--|-\n`],
])('there is no place in %s', (_, marked) => {
  expect(at(marked)).toBeUndefined()
})

test('an empty document has a place without a resource', () => {
  expect(at('---\nca|\n')).toMatchObject({ kind: '', path: '', word: 'ca', isAlone: true })
  expect(at('|')).toMatchObject({ kind: '', path: '', word: '', isAlone: true })
})

test('the inset counts from the first letter of the line', () => {
  expect(at(`${VS}  http:\n  - ro|\n`)).toMatchObject({ path: 'spec.http.0', inset: 2, isAlone: true })
})

test('items of a List are resources of their own', () => {
  const item = (name: string) =>
    `- kind: VirtualService\n  apiVersion: x/v1\n  metadata: { name: ${name}, namespace: shop }\n`
  const list = `apiVersion: v1\nkind: List\nitems:\n${item('a')}${item('b')}  spec: { hosts: [re|] }\n${item('c')}`
  expect(at(list)).toMatchObject({ kind: 'VirtualService', namespace: 'shop', path: 'spec.hosts.0' })
  const long = list.replace('items:\n', `items:\n${item('filler').repeat(1000)}`)
  expect(long.length).toBeGreaterThan(60_000)
  expect(at(long)).toMatchObject({ kind: 'VirtualService', namespace: 'shop', path: 'spec.hosts.0', word: 're' })
  const typed = list.replaceAll('- kind: VirtualService\n', '- \n').replace('kind: List', 'kind: SidecarList')
  expect(at(typed)).toMatchObject({ kind: 'Sidecar', path: 'spec.hosts.0' })
})

test('the Gateway of the Gateway API is a kind of its own', () => {
  const gateway = (version: string) => `apiVersion: ${version}\nkind: Gateway\nspec: { a: b| }\n`
  expect(at(gateway('gateway.networking.k8s.io/v1'))?.kind).toBe('KubernetesGateway')
  expect(at(gateway('networking.istio.io/v1'))?.kind).toBe('Gateway')
})
