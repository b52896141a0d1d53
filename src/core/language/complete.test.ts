import { expect, test } from 'vitest'
import { complete } from './complete.ts'
import { atCursor } from './testing/at-cursor.ts'

const service = (name: string, namespace: string, more = '') => `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace}${more} }
spec: { selector: { app: ${name} }, ports: [{ name: http, port: 9080 }, { name: grpc, port: 9090 }] }
`
const workload = (name: string, app: string, version: string, namespace: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  replicas: 2
  selector: { matchLabels: { app: ${app}, version: ${version} } }
  template: { metadata: { labels: { app: ${app}, version: ${version} } } }
`
const rule = (name: string, namespace: string, host: string, subsets: readonly string[], more = '') => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  host: ${host}
  subsets: [${subsets.map(subset => `{ name: ${subset}, labels: { version: ${subset} } }`).join(', ')}]
${more}`

const WORLD = [
  service('reviews', 'shop'),
  service('ratings', 'shop'),
  service('billing', 'bank'),
  service('vault', 'bank', ', annotations: { networking.istio.io/exportTo: "." }'),
  workload('reviews-v1', 'reviews', 'v1', 'shop'),
  workload('reviews-v2', 'reviews', 'v2', 'shop'),
  workload('ratings-v9', 'ratings', 'v9', 'shop'),
  rule('reviews', 'shop', 'reviews', ['v1', 'v2']),
  rule('far', 'elsewhere', 'reviews.shop.svc.cluster.local', ['v3']),
].join('')

const virtualService = (rest: string, namespace = 'shop') => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: mine, namespace: ${namespace} }
spec:
${rest}`

/** `label`, or `(label: reason)` for what does not fit. */
function offered(marked: string): readonly string[] {
  const { known, offset } = atCursor(marked)
  const suggestions = complete(known, offset)?.suggestions ?? []
  return suggestions
    .filter(({ kind }) => kind !== 'snippet')
    .map(({ label, unfit, detail }) => (unfit ? `(${label}: ${detail})` : label))
}

const leg = (destination: string) => `  hosts: [a]\n  http:\n  - route:\n    - destination: ${destination}\n`

test('hosts: the short name at home, the full one elsewhere, the reason for what is kept away', () => {
  const wanted = [
    'ratings',
    'reviews',
    'billing.bank.svc.cluster.local',
    'a',
    '(vault.bank.svc.cluster.local: exported to its own namespace bank only)',
  ]
  expect(offered(virtualService(leg('{ host: re| }')) + WORLD)).toEqual(wanted)
  expect(offered(virtualService(leg('{ host: | }')) + WORLD)).toEqual(wanted)
  expect(offered(virtualService(leg('{ host: | }').replaceAll('\n', '\r\n')) + WORLD)).toEqual(wanted)
})

test('hosts: who writes dots gets full names', () => {
  expect(offered(virtualService(leg('{ host: reviews.s| }')) + WORLD)).toContain('reviews.shop.svc.cluster.local')
  expect(offered(virtualService(leg('{ host: | }'), 'bank') + WORLD)).toEqual([
    'billing',
    'vault',
    'ratings.shop.svc.cluster.local',
    'reviews.shop.svc.cluster.local',
    'a',
  ])
})

test('hosts: a Sidecar hides one from rules for it, not from what rules send to', () => {
  const sidecar = `---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec: { egress: [{ hosts: ["./*"] }] }
`
  const hidden = '(billing.bank.svc.cluster.local: Sidecar shop/default imports only ./*)'
  expect(offered(virtualService('  hosts: [|]\n') + WORLD + sidecar)).toContain(hidden)
  expect(offered(virtualService(leg('{ host: | }')) + WORLD + sidecar)).toContain('billing.bank.svc.cluster.local')
})

test('hosts: without Services, those that other places name', () => {
  const text = virtualService(leg('{ host: re| }')) + rule('reviews', 'shop', 'reviews', ['v1'])
  expect(offered(text)).toEqual(['a', 'reviews'])
})

test('hosts: those of the gateways that a VirtualService is bound to', () => {
  const gateway = `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: web, namespace: edge }
spec: { servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*/shop.example.com"] }] }
`
  expect(offered(virtualService('  gateways: [edge/web]\n  hosts: [sh|]\n') + gateway)).toContain('shop.example.com')
  expect(offered(virtualService('  gateways: [|]\n') + gateway)).toEqual(['edge/web', 'mesh'])
})

test('subsets: those that are looked up, and why another is not', () => {
  const far =
    '(v3: in DestinationRule elsewhere/far: rules are looked up in three namespaces: this caller’s (shop), the Service’s (shop) and istio-system)'
  expect(offered(virtualService(leg('{ host: reviews, subset: | }')) + WORLD)).toEqual(['v1', 'v2', far])
  expect(offered(virtualService(leg('\n        host: reviews\n        subset: v|')) + WORLD)).toEqual(['v1', 'v2', far])
  expect(offered(virtualService(leg('{ host: reviews, subset: | }'), 'elsewhere') + WORLD)).toEqual([])
})

test('subsets: the caller’s own namespace comes before the Service’s', () => {
  const own = rule('own', 'bank', 'reviews.shop.svc.cluster.local', ['v8'])
  const text = virtualService(leg('{ host: reviews.shop.svc.cluster.local, subset: | }'), 'bank')
  const caller = workload('teller', 'teller', 'v1', 'bank')
  const shown = offered(text + WORLD + own + caller)
  // Callers of shop, to whom the VirtualService is exported too, find the other rule.
  expect(shown.slice(0, 3)).toEqual(['v8', 'v1', 'v2'])
  const alone = offered(text.replace('spec:', 'spec:\n  exportTo: ["."]') + WORLD + own + caller)
  expect(alone[0]).toBe('v8')
  expect(alone).toContain(
    '(v1: in DestinationRule shop/reviews: DestinationRule bank/own counts for reviews: it is in the namespace of this caller)',
  )
})

test('subsets: a DestinationRule is offered what rules want', () => {
  const text = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: new, namespace: bank }
spec:
  host: billing
  subsets:
  - name: |
`
  expect(offered(text + WORLD + `---\n${virtualService(leg('{ host: billing, subset: v7 }'), 'bank')}`)).toEqual(['v7'])
})

test('ports of the host', () => {
  expect(offered(virtualService(leg('{ host: reviews, port: { number: | } }')) + WORLD)).toEqual(['9080', '9090'])
})

const destinationRule = (rest: string) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: new, namespace: shop }
spec:
  host: reviews
${rest}`

test('labels: what the pods of the host have, and what others have', () => {
  const labels = (text: string) =>
    offered(destinationRule(`  subsets:\n  - name: x\n    labels:\n      ${text}\n`) + WORLD)
  const foreign = 'pods of ratings-v9 have it; Service reviews does not select them'
  expect(labels('ver|')).toEqual([
    'version: v1',
    'version: v2',
    'app: reviews',
    `(app: ratings: ${foreign})`,
    `(version: v9: ${foreign})`,
  ])
  expect(labels('version: |')).toEqual(['v1', 'v2', `(v9: ${foreign})`])
  expect(labels('app: reviews\n      v|')).toContain('version: v1')
  expect(labels('app: reviews\n      v|')).not.toContain('app: reviews')
})

test('labels: for a selector, those of the namespace that go together', () => {
  const selector = (text: string) =>
    offered(`apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: strict, namespace: shop }
spec: { selector: { matchLabels: { ${text} } } }
${WORLD}`)
  expect(selector('app: |')).toEqual(['ratings', 'reviews'])
  expect(selector('app: ratings, version: |')).toEqual([
    'v9',
    '(v1: pods of reviews-v1 have it, but not app=ratings as well)',
    '(v2: pods of reviews-v2 have it, but not app=ratings as well)',
  ])
})

test('namespaces, and the signs for sets of them', () => {
  expect(offered(virtualService('  exportTo: [|]\n') + WORLD)).toEqual(['.', '*', 'bank', 'elsewhere', 'shop'])
  expect(offered(`${WORLD}---\nkind: Service\nmetadata:\n  namespace: ne|\n`)).toEqual(['bank', 'elsewhere', 'shop'])
})

test('signs get quotes, but not twice', () => {
  const inserted = (marked: string) => {
    const { known, offset } = atCursor(marked)
    return complete(known, offset)?.suggestions.map(({ insert }) => insert)
  }
  expect(inserted(virtualService('  exportTo: [|]\n'))).toEqual(['"."', '"*"'])
  expect(inserted(virtualService('  exportTo: ["|"]\n'))).toEqual(['.', '*'])
})

test('Sidecars import by namespace', () => {
  const text = `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec:
  egress:
  - hosts:
    - |
`
  const shown = offered(text + WORLD)
  expect(shown.slice(0, 4)).toEqual(['./*', '*/*', 'bank/*', 'elsewhere/*'])
  expect(shown).toContain('bank/billing.bank.svc.cluster.local')
  expect(shown).toContain('./reviews.shop.svc.cluster.local')
})

test('a Scenario names workloads, pods, addresses and documents', () => {
  const scenario = (spec: string) =>
    offered(
      `apiVersion: meshscope/v1\nkind: Scenario\nmetadata: { name: play, namespace: shop }\nspec:\n${spec}\n${WORLD}`,
    )
  expect(scenario('  clients:\n  - from: |')).toEqual(['ratings-v9', 'reviews-v1', 'reviews-v2'])
  expect(scenario('  workloads:\n  - name: reviews-v1-|')).toContain('reviews-v1-0')
  expect(scenario('  clients:\n  - url: http://re|')).toContain('http://reviews:9080/')
  expect(scenario('  steps:\n  - at: 1s\n    apply: [|]')).toContain('DestinationRule/far.elsewhere')
  expect(scenario('  steps:\n  - at: 1s\n    restart: |')).toEqual(['ratings-v9', 'reviews-v1', 'reviews-v2'])
  expect(scenario(`  steps:\n  - at: 1s\n    apply:\n${IN_STEP}`).slice(0, 2)).toEqual(['v1', 'v2'])
  expect(scenario(`  steps:\n  - at: 1s\n    apply:\n    - Service/reviews\n    -\n${IN_STEP}`).slice(0, 2)).toEqual([
    'v1',
    'v2',
  ])
})

const IN_STEP = `      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: { name: later, namespace: shop }
      spec: { hosts: [reviews], http: [{ route: [{ destination: { host: reviews, subset: | } }] }] }
`

test('HTTPRoutes name Gateways, listeners and Services', () => {
  const route = (spec: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: r, namespace: shop }
spec:
${spec}---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: web, namespace: edge }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP }] }
${WORLD}`
  expect(offered(route('  parentRefs: [{ name: | }]\n'))).toEqual(['(web: it is in edge: write namespace: edge too)'])
  expect(offered(route('  parentRefs: [{ namespace: edge, name: | }]\n'))).toEqual(['web'])
  expect(offered(route('  parentRefs: [{ namespace: edge, name: web, sectionName: | }]\n'))).toEqual(['http'])
  expect(offered(route('  rules:\n  - backendRefs:\n    - name: |\n')).slice(0, 2)).toEqual(['ratings', 'reviews'])
  expect(offered(route('  rules:\n  - backendRefs:\n    - name: reviews\n      port: |\n'))).toEqual(['9080', '9090'])
})

test('secrets are looked for where the gateway’s pods are', () => {
  const secret = (name: string, namespace: string) =>
    `---\napiVersion: v1\nkind: Secret\nmetadata: { name: ${name}, namespace: ${namespace} }\n`
  const text = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: web, namespace: shop }
spec:
  selector: { istio: ingressgateway }
  servers:
  - port: { number: 443, name: https, protocol: HTTPS }
    hosts: ["*"]
    tls: { mode: SIMPLE, credentialName: | }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: istio-ingressgateway, namespace: istio-system }
spec:
  selector: { matchLabels: { istio: ingressgateway } }
  template: { metadata: { labels: { istio: ingressgateway } } }
`
  expect(offered(text + secret('shop-cert', 'istio-system') + secret('mine', 'shop'))).toEqual([
    'shop-cert',
    '(mine: in shop; proxies look in istio-system)',
  ])
})

test('nothing is offered in comments, for keys and for values that no name stands in', () => {
  expect(offered(virtualService('  hosts: [a] # re|\n') + WORLD)).toEqual([])
  expect(offered(virtualService('  hosts: [a]\n  ht|\n') + WORLD)).toEqual([])
  expect(offered(virtualService('  http:\n  - timeout: |\n') + WORLD)).toEqual([])
})

test('conditions of retryOn, one after the other', () => {
  const retryOn = (list: string) => `  hosts: [a]\n  http:\n  - retries: { attempts: 2, retryOn: ${list} }\n`
  expect(offered(virtualService(retryOn('|')))).toEqual(
    expect.arrayContaining(['5xx', 'gateway-error', 'reset', 'connect-failure', 'unavailable']),
  )
  const more = offered(virtualService(retryOn('"5xx,re|,unavailable"')))
  expect(more).toContain('reset')
  for (const listed of ['5xx', 'unavailable']) expect(more).not.toContain(listed)
})
