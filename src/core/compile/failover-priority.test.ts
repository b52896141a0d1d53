import { expect, test } from 'vitest'
import { toProxyId } from '../base/ids.ts'
import { createPipeline } from '../pipeline/index.ts'
import { enumerateOutcomes } from '../route/index.ts'

const pod = (name: string, labels: string, ready = true) => `---
apiVersion: v1
kind: Pod
metadata: { name: ${name}, labels: { ${labels} } }
spec: { containers: [{ name: app }, { name: istio-proxy }] }
status: { conditions: [{ type: Ready, status: "${ready ? 'True' : 'False'}" }] }
`
const world = (setting: string, { near = true, outlier = true } = {}) =>
  pod('client', 'app: client, rack: a, row: one') +
  pod('near', 'app: web, rack: a, row: one', near) +
  pod('middle', 'app: web, rack: a, row: two') +
  pod('far', 'app: web, rack: b, row: one') +
  `---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec:
  host: web
  trafficPolicy:
    ${outlier ? 'outlierDetection: {}' : ''}
    loadBalancer: { localityLbSetting: { ${setting} } }
`

/** Which pods may answer `client`. */
function answering(text: string) {
  const router = createPipeline().run(text).routerFor(toProxyId('client', 'default'))
  const request = { method: 'GET', path: '/', authority: 'web', headers: new Map(), dialHost: 'web', dialPort: 80 }
  const outcomes = enumerateOutcomes(router, { ...request, scheme: 'http' })
  return [...new Set(outcomes.map(({ decision }) => decision.endpoint?.pod))].sort()
}

test.each([
  ['the pods that share most labels from the first on', 'failoverPriority: [rack, row]', {}, ['near']],
  ['the next ones while none of them is ready', 'failoverPriority: [rack, row]', { near: false }, ['middle']],
  ['a first label that differs outweighs all after it', 'failoverPriority: [row, rack]', { near: false }, ['far']],
  ['a value of its own', 'failoverPriority: ["rack=b"]', {}, ['far']],
  ['all without outlier detection', 'failoverPriority: [rack]', { outlier: false }, ['far', 'middle', 'near']],
  ['all when it is off', 'enabled: false, failoverPriority: [rack]', {}, ['far', 'middle', 'near']],
])('%s', (_, setting, options, expected) => {
  expect(answering(world(setting, options))).toEqual(expected)
})
