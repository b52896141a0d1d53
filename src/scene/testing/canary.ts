import { toProxyId } from '../../core/base/ids.ts'
import { compileConfig } from '../../core/compile/index.ts'
import { buildMesh } from '../../core/mesh/index.ts'
import type { World } from '../../core/pipeline/index.ts'
import { createDecoder } from '../../core/resources/index.ts'
import { createRouter } from '../../core/route/index.ts'
import type { HttpRequest, Router } from '../../core/route/index.ts'
import type { RequestClass, Traffic } from '../../core/simulate/index.ts'
import { createYamlParser } from '../../core/yaml/index.ts'

export const PRODUCTPAGE = toProxyId('productpage', 'default')

export const request = (path = '/reviews/0', headers: Readonly<Record<string, string>> = {}, host = 'reviews') =>
  ({
    method: 'GET',
    scheme: 'http',
    dialHost: host,
    dialPort: 9080,
    authority: `${host}:9080`,
    path,
    headers: new Map(Object.entries(headers)),
  }) satisfies HttpRequest

export const classOf = (label: string, weight: number, of: HttpRequest): RequestClass => ({
  id: label,
  label,
  weight,
  request: of,
})

export const JASON = request('/reviews/0', { 'end-user': 'jason' })

export const trafficOf = (...classes: readonly RequestClass[]): Traffic => ({
  seed: 42,
  clients: [{ id: 'productpage', proxy: PRODUCTPAGE, ratePerSecond: 50, classes }],
})

/** 20 % jason, the rest without header. */
export const USUAL = trafficOf(classOf('no header', 80, request()), classOf('jason', 20, JASON))

/** A world of exactly what a text holds: no admission, nothing assumed. */
export function worldOf(text: string, traffic: Traffic = USUAL): World {
  const parsed = createYamlParser().parse(text)
  const decoded = createDecoder().decodeAll(parsed)
  const resources = decoded.resources
  const mesh = buildMesh(resources)
  const configs = new Map<string, Router>()
  const routerFor: World['routerFor'] = proxy => {
    const known = configs.get(proxy) ?? createRouter(compileConfig(mesh, proxy))
    configs.set(proxy, known)
    return known
  }
  return {
    parsed,
    readable: true,
    resources,
    assumed: [],
    refused: new Set(),
    kept: new Map(),
    stored: new Map(),
    diagnostics: [],
    mesh,
    callers: [PRODUCTPAGE],
    traffic,
    trafficFrom: () => ({ ...traffic, clients: [] }),
    hiddenFrom: () => [],
    configFor: proxy => routerFor(proxy).config,
    routerFor,
  }
}

export function deployment(name: string, version: string, replicas: number, app = 'reviews'): string {
  return `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: ${String(replicas)}
  selector: { matchLabels: { app: ${app}, version: ${version} } }
  template:
    metadata: { labels: { app: ${app}, version: ${version} } }
    spec: { containers: [{ name: app, ports: [{ containerPort: 9080 }] }] }
`
}

export function service(name: string): string {
  return `---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec:
  clusterIP: 10.0.0.${String(name.length)}
  selector: { app: ${name} }
  ports: [{ name: http, port: 9080 }]
`
}

export function virtualService(http: string, host = 'reviews'): string {
  return `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: ${host} }
spec:
  hosts: [${host}]
  http:
${http}
`
}

export function destinationRule(subsets: readonly string[], host = 'reviews'): string {
  const rows = subsets.map(name => `  - { name: ${name}, labels: { version: ${name} } }`)
  return `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${host} }
spec:
  host: ${host}
  subsets:
${rows.join('\n')}
`
}

const PODS = [
  service('reviews'),
  deployment('reviews-v1', 'v1', 3),
  deployment('reviews-v2', 'v2', 1),
  deployment('reviews-v3', 'v3', 2),
  deployment('productpage', 'v1', 1, 'productpage'),
].join('')

const TEST_USERS = `  - name: test-users
    match: [{ headers: { end-user: { exact: jason } } }]
    route: [{ destination: { host: reviews, subset: v3 } }]
`
export const canaryRule = (a: string, b: string, first: number): string => `  - name: canary
    route:
    - { destination: { host: reviews, subset: ${a} }, weight: ${String(first)} }
    - { destination: { host: reviews, subset: ${b} }, weight: ${String(100 - first)} }
`

export const CANARY =
  virtualService(TEST_USERS + canaryRule('v1', 'v2', 90)) + destinationRule(['v1', 'v2', 'v3']) + PODS

/** The canary's second leg asks for a subset that nobody defines, and a third rule stands behind one that takes all. */
export const BROKEN =
  virtualService(
    `${TEST_USERS.replace('v3', 'v2')}${canaryRule('v1', 'v3', 60)}  - name: preview
    match: [{ uri: { prefix: /preview } }]
    route: [{ destination: { host: reviews, subset: v2 } }]
`,
  ) +
  destinationRule(['v1', 'v2']) +
  PODS
