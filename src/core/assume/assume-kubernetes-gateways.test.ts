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
  expect(assumedOf(gateway(''))).toEqual([
    'Deployment shop/gw-istio',
    'Service shop/gw-istio',
    'Deployment shop/client',
  ])
  expect(assumedOf(gateway(', addresses: [{ type: Hostname, value: mine }]'))).toEqual([])
})
