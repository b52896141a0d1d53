import { expect, test } from 'vitest'
import { createDecoder } from '../resources/index.ts'
import type { Resource } from '../resources/index.ts'
import { createYamlParser } from '../yaml/index.ts'
import { assume } from './index.ts'

const decode = (...documents: readonly string[]): readonly Resource[] =>
  createDecoder().decodeAll(createYamlParser().parse(documents.join('\n---\n'))).resources

const keys = (...documents: readonly string[]): readonly string[] =>
  assume(decode(...documents)).assumed.map(({ key }) => key)

const ROUTES = `
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: shop }
spec:
  hosts: [shop, shop.example.com, Shop2]
  http:
  - route:
    - destination: { host: shop, subset: v1, port: { number: 8080 } }
    - destination: { host: prices.prod.svc.cluster.local }
    mirror: { host: shadow }`
const RULE = `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: shop }
spec:
  host: shop
  subsets:
  - { name: v1, labels: { version: v1 } }
  - { name: same, labels: { version: v1 } }
  - { name: v2, labels: { version: 'yes' } }
  - { name: all }
  - { name: other, labels: { app: elsewhere } }`
const SERVICE = `
apiVersion: v1
kind: Service
metadata: { name: shop }
spec: { selector: { app: store }, ports: [{ name: http, port: 80 }] }`
const deployment = (name: string, app: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec: { selector: { matchLabels: { app: ${app} } }, template: { metadata: { labels: { app: ${app} } } } }`

test('without a Service, those that hosts and destinations name are assumed, and pods for their subsets', () => {
  expect(keys(ROUTES, RULE)).toEqual([
    'Service default/shop',
    'Service prod/prices',
    'Service default/shadow',
    'Deployment default/shop-v1',
    'Deployment default/shop-v2',
    'Deployment prod/prices',
    'Deployment default/shadow',
    'Deployment default/client',
  ])
})

test('an assumed Service has the ports the text names and the labels that pods have', () => {
  const [service] = assume(
    decode(ROUTES, deployment('shop', 'shop').replaceAll('app:', 'app.kubernetes.io/name:')),
  ).assumed
  expect(service?.kind === 'Service' && service.spec).toMatchObject({
    ports: [{ name: 'http', number: 8080 }],
    selector: { 'app.kubernetes.io/name': 'shop' },
  })
})

test('as soon as the text holds a Service, no other is assumed; its pods carry its selector', () => {
  const assumed = assume(decode(SERVICE, ROUTES, RULE)).assumed
  expect(assumed.map(({ key }) => key)).toEqual([
    'Deployment default/shop-v1',
    'Deployment default/shop-v2',
    'Deployment default/client',
  ])
  expect(assumed[1]?.kind === 'Deployment' && assumed[1].spec).toMatchObject({
    replicas: 2,
    podLabels: { app: 'store', version: 'yes' },
  })
})

test('as soon as the text holds a workload, no pods are assumed', () => {
  expect(keys(SERVICE, ROUTES, RULE, deployment('store', 'store'))).toEqual(['Deployment default/client'])
})

test('a workload that is no target is the caller; then none is assumed', () => {
  expect(keys(SERVICE, ROUTES, RULE, deployment('store', 'store'), deployment('sleep', 'sleep'))).toEqual([])
})

test('each says why, comes from a place in the text and carries the YAML that makes it', () => {
  const resources = decode(ROUTES, RULE)
  const assumed = assume(resources).assumed
  for (const resource of assumed) {
    expect(resource.origin.documentId).toBeLessThan(0)
    expect(resources.map(({ origin }) => origin.documentId)).toContain(resource.assumed?.causedBy?.documentId)
    const [written] = decode(resource.assumed?.yaml ?? '')
    expect(written).toMatchObject({ key: resource.key, spec: resource.spec })
  }
  expect(new Set(assumed.map(({ origin }) => origin.documentId)).size).toBe(assumed.length)
})

test('rules for source labels and namespaces get callers that have them', () => {
  const rules = ROUTES.replace(
    '  - route:',
    '  - match: [{ sourceLabels: { tier: gold } }, { sourceNamespace: other }]\n    route:',
  )
  const callers = assume(decode(rules)).assumed.filter(({ name }) => name.startsWith('client'))
  expect(callers.map(({ key }) => key)).toEqual([
    'Deployment default/client',
    'Deployment default/client-with-labels',
    'Deployment other/client',
  ])
  expect(callers[1]?.kind === 'Deployment' && callers[1].spec.podLabels).toMatchObject({ tier: 'gold' })
})

test('an empty text assumes nothing', () => {
  expect(keys('')).toEqual([])
})

test('hosts of a gateway alone are no Services; the Services behind it are called plainly', () => {
  const behindGateway = keys(
    ROUTES.replace('hosts: [shop, shop.example.com, Shop2]', 'hosts: [edge]\n  gateways: [edge]'),
  )
  expect(behindGateway).not.toContain('Service default/edge')
  expect(behindGateway).toContain('Deployment default/client')
})
