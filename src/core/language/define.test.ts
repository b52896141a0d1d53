import { expect, test } from 'vitest'
import { findDefinitions, findReferences } from './define.ts'
import { explain } from './explain.ts'
import { outline } from './outline.ts'
import { atCursor, knowledgeOf } from './testing/at-cursor.ts'

const WORLD = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: rules, namespace: shop }
spec:
  hosts: [reviews]
  gateways: [mesh, edge/web]
  http:
  - name: canary
    route:
    - destination: { host: reviews, subset: v2 }
  - route: [{ destination: { host: reviews, subset: v9 } }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: subsets, namespace: shop }
spec:
  host: reviews
  subsets:
  - name: v2
    labels: { version: v2 }
---
apiVersion: v1
kind: Service
metadata: { name: reviews, namespace: shop }
spec: { selector: { app: reviews }, ports: [{ name: http, port: 9080 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reviews-v2, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: reviews, version: v2 } }
  template: { metadata: { labels: { app: reviews, version: v2 } } }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: web, namespace: edge }
spec:
  selector: { istio: ingressgateway }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: gate, namespace: edge }
spec:
  selector: { matchLabels: { istio: ingressgateway } }
  template: { metadata: { labels: { istio: ingressgateway } } }
---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: play, namespace: shop }
spec: { workloads: [{ name: reviews-v2-0 }], clients: [{ from: gate.edge, url: "http://reviews:9080/" }] }
`

/** The cursor behind the n-th place where something stands. */
function marked(near: string, nth = 0): string {
  const parts = WORLD.split(near)
  return parts.slice(0, nth + 1).join(near) + near + '|' + parts.slice(nth + 1).join(near)
}

/** Each target's line, and the name that is selected there. */
function go(find: typeof findDefinitions, text: string): readonly string[] {
  const { known, offset, text: whole } = atCursor(text)
  return find(known, offset).map(({ name }) => {
    const line = whole.slice(whole.lastIndexOf('\n', name.start) + 1).split('\n')[0] ?? ''
    return `${line.trim()} → ${whole.slice(name.start, name.end)}`
  })
}

test.each([
  ['a subset to its DestinationRule', marked('subset: v2'), ['- name: v2 → v2']],
  [
    'a defined subset to its pods',
    marked('- name: v2'),
    ['metadata: { name: reviews-v2, namespace: shop } → reviews-v2'],
  ],
  [
    'a subset’s labels to its pods',
    marked('{ version: v'),
    ['metadata: { name: reviews-v2, namespace: shop } → reviews-v2'],
  ],
  ['a host to its Service', marked('host: rev'), ['metadata: { name: reviews, namespace: shop } → reviews']],
  [
    'a Service to its workloads',
    marked('name: reviews,'.slice(0, -1)),
    ['metadata: { name: reviews-v2, namespace: shop } → reviews-v2'],
  ],
  ['a bound gateway to the Gateway', marked('edge/web'), ['metadata: { name: web, namespace: edge } → web']],
  ['a Gateway to its pods', marked('name: web'), ['metadata: { name: gate, namespace: edge } → gate']],
  ['a Gateway’s selector to its pods', marked('istio: ingress'), ['metadata: { name: gate, namespace: edge } → gate']],
  [
    'a pod of a Scenario to its workload',
    marked('reviews-v2-0'),
    ['metadata: { name: reviews-v2, namespace: shop } → reviews-v2'],
  ],
  [
    'a caller of a Scenario to its workload',
    marked('from: gate'),
    ['metadata: { name: gate, namespace: edge } → gate'],
  ],
  ['an address to its Service', marked('http://rev'), ['metadata: { name: reviews, namespace: shop } → reviews']],
  ['a subset that nobody defines nowhere', marked('subset: v9'), []],
  ['a key nowhere', marked('desti'), []],
])('the definition leads from %s', (_, text, targets) => {
  expect(go(findDefinitions, text)).toEqual(targets)
})

test('references are all places that name the same', () => {
  expect(go(findReferences, marked('- name: v2'))).toEqual([
    '- destination: { host: reviews, subset: v2 } → v2',
    '- name: v2 → v2',
  ])
  expect(go(findReferences, marked('host: rev'))).toHaveLength(6)
  expect(go(findReferences, marked('name: web'))).toHaveLength(2)
})

const said = (text: string) => {
  const { known, offset } = atCursor(text)
  return explain(known, offset)?.text.replaceAll('\n\n', ' | ')
}

test.each([
  [
    marked('subset: v2'),
    '**Subset** `v2` of DestinationRule `shop/subsets`, line 19 | version=v2 · 2 pods: reviews-v2-0, reviews-v2-1',
  ],
  [marked('subset: v9'), 'No DestinationRule of this text defines subset `v9` of `reviews.shop.svc.cluster.local`.'],
  [
    marked('host: rev'),
    '**Service** `shop/reviews`, line 24 | 9080 http · 2 pods, 2 ready | `reviews.shop.svc.cluster.local`',
  ],
  [marked('edge/web'), '**Gateway** `edge/web`, line 37 | - 80 HTTP: * | Served by 1 pod of gate.'],
  [marked('from: gate'), '**Deployment** `edge/gate`, line 44 | 1 pod, 1 ready. Labels: istio=ingressgateway.'],
  [marked('{ version: v'), 'Selects 2 pods of reviews-v2.'],
  [marked('desti'), undefined],
])('hover says what a name stands for', (text, words) => {
  expect(said(text)).toBe(words)
})

test('the outline has a line for every resource, rule, subset and server', () => {
  const known = knowledgeOf(WORLD)
  const lines = outline(known).flatMap(({ name, children }) => [name, ...children.map(child => `  ${child.name}`)])
  expect(lines).toEqual([
    'VirtualService rules',
    '  canary',
    '  rule 2',
    'DestinationRule subsets',
    '  v2',
    'Service reviews',
    'Deployment reviews-v2',
    'Gateway web',
    '  http',
    'Deployment gate',
    'Scenario play',
    '  gate.edge',
    '  reviews-v2-0',
  ])
  for (const { range, nameRange } of outline(known)) {
    expect(range.start <= nameRange.start && nameRange.end <= range.end).toBe(true)
  }
})
