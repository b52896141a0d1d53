import { expect, test } from 'vitest'
import { createPipeline } from '../../pipeline/index.ts'

const serviceEntry = (fields: string): string => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api }
spec: { hosts: [api.example.com], resolution: STATIC, ports: [{ number: 443, name: http, protocol: HTTP }], ${fields} }
`
const rule = (fields: string): string => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: api }
spec: { host: api.example.com, ${fields} }
`
const POD = `---
apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: web } }
`
const AT_V1 = 'endpoints: [{ address: 203.0.113.7, labels: { version: v1 } }]'
const SIMPLE = 'trafficPolicy: { tls: { mode: SIMPLE } }'
const OF_PORT = 'trafficPolicy: { portLevelSettings: [{ port: { number: 443 }, tls: { mode: SIMPLE } }] }'
const subset = (version: string): string => `subsets: [{ name: v1, labels: { version: ${version} } }]`

test.each([
  ['a public server needs no CA of its own', 'IST0128 muted', AT_V1, SIMPLE],
  ['nor does one port of it', 'IST0129 muted', AT_V1, OF_PORT],
  ['a server of the mesh does', 'IST0128 warning', `${AT_V1}, location: MESH_INTERNAL`, SIMPLE],
  ['an endpoint has the labels of the subset', 'IST0173 muted', AT_V1, subset('v1')],
  ['no endpoint has them', 'IST0173 error', AT_V1, subset('v2')],
])('%s: %s', (_, expected, entry, fields) => {
  const { diagnostics } = createPipeline().run(serviceEntry(entry) + rule(fields) + POD)
  expect(diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toContain(expected)
})

const service = (name: string, ...ports: readonly number[]): string => `apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { ports: [${ports.map(port => `{ name: http-${String(port)}, port: ${String(port)} }`).join(', ')}] }
---
`
const sentTo = (host: string, fields = ''): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec: { hosts: [web], ${fields} http: [{ route: [{ destination: { host: ${host} } }] }] }
`

test.each([
  ['the host itself has every port that is dialled', 'muted', sentTo('web')],
  ['another host that has them all', 'muted', sentTo('twin')],
  ['another host that lacks one of them', 'error', sentTo('other')],
  ['a gateway listens where it likes', 'error', sentTo('web', 'gateways: [mesh, shop],')],
])('a destination of several ports that names none: %s', (_, expected, rules) => {
  const services = service('web', 80, 9090) + service('twin', 80, 9090, 70) + service('other', 80, 70)
  const said = createPipeline()
    .run(services + rules)
    .diagnostics.filter(({ code }) => code === 'IST0112')
  expect(said.map(({ severity }) => severity)).toEqual([expected])
})
