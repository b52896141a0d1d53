import { expect, test } from 'vitest'
import { applyEdits } from '../base/text-range.ts'
import { createPipeline } from '../pipeline/index.ts'

const workload = (name: string, labels: string, port = 8080) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  template:
    metadata: { labels: ${labels} }
    spec: { containers: [{ name: a, image: a, ports: [{ containerPort: ${String(port)} }] }] }
`
const service = (name: string, ports: string) => `---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: ${name} }, ports: [${ports}] }
`
const istio = (kind: string, name: string, spec: string) => `---
apiVersion: ${kind === 'PeerAuthentication' ? 'security' : 'networking'}.istio.io/v1
kind: ${kind}
metadata: { name: ${name} }
spec: ${spec}
`
const SERVER = 'servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop.example.com] }]'
const bound = (gateway: string, host = 'shop.example.com') =>
  istio(
    'VirtualService',
    'shop',
    `{ hosts: [${host}], gateways: [${gateway}], http: [{ route: [{ destination: { host: web } }] }] }`,
  )
const WEB = service('web', '{ name: http, port: 80, targetPort: 8080 }') + workload('web', '{ app: web }')
const EDGE = workload('edge', '{ istio: ingressgateway }') + WEB

const problemsOf = (text: string) =>
  createPipeline()
    .run(text)
    .diagnostics.filter(({ severity }) => severity !== 'info')
const brief = (text: string): readonly string[] =>
  problemsOf(text).map(({ code, severity, title, fix }) =>
    [code, severity, title, ...(fix ? [`→ ${fix.title}`] : [])].join(' '),
  )
const repaired = (text: string): string => applyEdits(text, problemsOf(text).find(({ fix }) => fix)?.fix?.edits ?? [])

test('a Gateway that misses the gateway of the text by a slip selects nobody: no other is assumed', () => {
  const text = EDGE + istio('Gateway', 'edge', `{ selector: { istio: ingress-gateway }, ${SERVER} }`) + bound('edge')
  expect(
    createPipeline()
      .run(text)
      .mesh.workloads.map(({ name }) => name),
  ).toEqual(['edge', 'web'])
  expect(brief(text)).toEqual(['IST0101 error No pod has istio=ingress-gateway → Select istio ingressgateway'])
  expect(brief(repaired(text))).not.toContainEqual(expect.stringContaining('No pod has'))
})

test('a Gateway for pods of another name still has them assumed', () => {
  const text = EDGE + istio('Gateway', 'out', `{ selector: { istio: egressgateway }, ${SERVER} }`) + bound('out')
  expect(
    createPipeline()
      .run(text)
      .mesh.workloads.map(({ name }) => name),
  ).toContain('istio-egressgateway')
})

test('that a Gateway has no server for a host goes without saying where there is no Gateway', () => {
  expect(brief(EDGE + bound('edge'))).toEqual([
    'IST0101 error There is no Gateway edge',
    'IST0132 muted Gateway default/edge has no server for shop.example.com',
  ])
})

test('hosts that a Gateway serves on several ports are told once', () => {
  const servers =
    'servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [a.com] }, { port: { number: 81, name: http-b, protocol: HTTP }, hosts: [a.com] }]'
  const text = EDGE + istio('Gateway', 'edge', `{ selector: { istio: ingressgateway }, ${servers} }`) + bound('edge')
  expect(problemsOf(text).find(({ code }) => code === 'IST0132')?.detail).toMatch(/^It serves a\.com\. /)
})

test('callers are let speak mTLS although nothing listens at another port of the Service', () => {
  const ports = '{ name: http, port: 80, targetPort: 8080 }, { name: http-metrics, port: 81, targetPort: 8081 }'
  const text =
    service('web', ports) +
    workload('web', '{ app: web }') +
    workload('client', '{ app: client }') +
    istio('DestinationRule', 'web', '{ host: web, trafficPolicy: { tls: { mode: DISABLE } } }') +
    istio('PeerAuthentication', 'default', '{ mtls: { mode: STRICT } }')
  expect(brief(text)).toEqual([
    'MX0111 error Callers of web speak plain text, its pods take mTLS only → Use ISTIO_MUTUAL',
  ])
  expect(brief(repaired(text))).toEqual([])
})

test.each([
  ['htpp-web', 'Name it http-web'],
  ['htp', 'Name it http-htp'],
  ['gprc-api', 'Name it grpc-api'],
  ['web', 'Name it http-web'],
])('a port named %s: %s', (name, fix) => {
  const found = createPipeline().run(service('web', `{ name: ${name}, port: 80 }`) + workload('web', '{ app: web }'))
  expect(found.diagnostics.find(({ code }) => code === 'IST0118')?.fix?.title).toBe(fix)
})
