import { expect, test } from 'vitest'
import { createPipeline } from '../pipeline/index.ts'

const gateway = (spec: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: gw, namespace: shop }
spec: { gatewayClassName: istio, listeners: [{ name: http, port: 80, protocol: HTTP }]${spec} }
`
const assumedOf = (text: string) =>
  createPipeline()
    .run(text)
    .assumed.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`)

test('istiod deploys a Kubernetes Gateway, unless its address names a Service', () => {
  expect(assumedOf(gateway(''))).toEqual(['Deployment shop/gw-istio', 'Service shop/gw-istio'])
  expect(assumedOf(gateway(', addresses: [{ type: Hostname, value: mine }]'))).toEqual([])
})

const requestsOf = (text: string) =>
  createPipeline()
    .run(text)
    .traffic.clients.flatMap(({ proxy, classes }) =>
      classes.map(({ request: { scheme, authority, path } }) => `${proxy} ${scheme}://${authority}${path}`),
    )

const route = (spec: string) => `---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: page, namespace: shop }
spec: { parentRefs: [{ name: gw }], ${spec} }
---
apiVersion: v1
kind: Service
metadata: { name: page, namespace: shop }
spec: { selector: { app: page }, ports: [{ name: http, port: 80 }] }
`

test('HTTPRoutes of a Kubernetes Gateway are asked for from outside, by their hosts and rules; nobody calls their Services', () => {
  const rules =
    'rules: [{ matches: [{ path: { type: PathPrefix, value: /api } }], backendRefs: [{ name: page, port: 80 }] }]'
  expect(requestsOf(gateway('') + route(`hostnames: [a.com, "*.b.com"], ${rules}`))).toEqual([
    'gw-istio.shop http://a.com/api',
    'gw-istio.shop http://a.com/',
    'gw-istio.shop http://www.b.com/api',
    'gw-istio.shop http://www.b.com/',
  ])
})

test('a Kubernetes Gateway without HTTPRoutes gets a request that nothing takes; in the mesh its Service is not called', () => {
  expect(requestsOf(gateway(''))).toEqual(['gw-istio.shop http://www.example.com/'])
  const elsewhere = route('hostnames: [a.com], rules: []').replace('name: gw', 'name: other')
  expect(requestsOf(gateway('') + elsewhere)).toEqual([
    'client.shop http://page/',
    'gw-istio.shop http://www.example.com/',
  ])
})

test('what is bound to one listener only is asked for there', () => {
  const two = gateway('').replace(
    'listeners: [',
    'listeners: [{ name: inner, port: 8080, protocol: HTTP, hostname: "*.b.com" }, ',
  )
  const rules = 'rules: [{ backendRefs: [{ name: page, port: 80 }] }]'
  const bound = route(rules).replace('name: gw', 'name: gw, sectionName: inner')
  expect(requestsOf(two + bound)).toEqual(['gw-istio.shop http://www.b.com:8080/'])
  expect(requestsOf(two + route(`hostnames: [a.com], ${rules}`))).toEqual(['gw-istio.shop http://a.com/'])
})
