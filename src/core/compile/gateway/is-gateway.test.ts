import { expect, test } from 'vitest'
import { meshOfYaml } from '../testing/yaml-mesh.ts'
import { isGateway } from './is-gateway.ts'

const workload = (name: string, labels: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec: { selector: { matchLabels: { app: x } }, template: { metadata: { labels: { ${labels} } } } }
`
const GATEWAY = `---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge }
spec: { selector: { app: edge }, servers: [] }
`
const OUTSIDE = ', sidecar.istio.io/inject: "false"'

test.each([
  ['the usual label', 'x', 'istio: ingressgateway', true],
  ['the usual label of another', 'x', 'istio: eastwestgateway', true],
  ['another value of it', 'x', 'istio: pilot', false],
  ['the label of a Kubernetes Gateway', 'x', 'gateway.networking.k8s.io/gateway-name: front', true],
  ['its older label', 'x', 'istio.io/gateway-name: front', true],
  ['what a Gateway selects, called a gateway', 'my-gateway', 'app: edge', true],
  ['what a Gateway selects, called for what comes in', 'ingress', 'app: edge', true],
  ['what a Gateway selects, without a sidecar', 'edge', `app: edge${OUTSIDE}`, true],
  ['an application that a Gateway selects', 'edge', 'app: edge', false],
  ['a gateway by name that none selects', 'my-gateway', 'app: x', false],
])('%s', (_, name, labels, expected) => {
  const mesh = meshOfYaml(workload(name, labels) + GATEWAY)
  expect(mesh.workloads.map(each => isGateway(mesh, each))).toEqual([expected])
})

test('a Gateway without a selector makes no gateway of what is there', () => {
  const mesh = meshOfYaml(workload('ingress', 'app: x') + GATEWAY.replace('{ app: edge }', '{}'))
  expect(mesh.workloads.map(each => isGateway(mesh, each))).toEqual([false])
})
