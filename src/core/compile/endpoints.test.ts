import { expect, test } from 'vitest'
import { toProxyId } from '../base/ids.ts'
import { createRouter, createSeededChance, parseRequest } from '../route/index.ts'
import { compileConfig } from './index.ts'
import { meshOfYaml, yaml } from './testing/yaml-mesh.ts'

const WEB = yaml.deployment('web') + yaml.deployment('sleep')

function decide(text: string, url: string) {
  const config = compileConfig(meshOfYaml(text), toProxyId('sleep', 'default'))
  const request = parseRequest({ url })
  if ('error' in request) throw new Error(request.error)
  const { status, flags, endpoint } = createRouter(config).decide(request, createSeededChance(1))
  return [status, flags, endpoint?.workload, endpoint?.port]
}

const headless = (targetPort: number) =>
  yaml.service(
    'web',
    `{ clusterIP: None, selector: { app: web }, ports: [{ name: http, port: 80, targetPort: ${String(targetPort)} }] }`,
  )

test('requests to a headless Service keep the port that was dialled, where the pod’s sidecar finds nobody', () => {
  expect(decide(WEB + headless(80), 'http://web/')).toEqual([200, '-', 'web', 80])
  expect(decide(WEB + headless(8080), 'http://web/')).toEqual([503, '-', 'web', 80])
})

test('an address that a ServiceEntry gives is the pod that has it', () => {
  const { workloads } = meshOfYaml(WEB)
  const ip = workloads.find(({ name }) => name === 'web')?.pods[0]?.ip ?? ''
  const entry = (address: string) =>
    yaml.serviceEntry(
      'ext',
      `{ hosts: [ext.com], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: STATIC, endpoints: [{ address: ${address}, ports: { http: 8080 } }] }`,
    )
  expect(decide(WEB + entry(ip), 'http://ext.com/')).toEqual([200, '-', 'web', 8080])
  expect(decide(WEB + entry('10.200.0.1'), 'http://ext.com/')).toEqual([200, '-', '10.200.0.1', 8080])
})

test.each([
  ['topology.istio.io/cluster: Kubernetes', 200],
  ['topology.istio.io/cluster: other', 503],
  ['topology.istio.io/network: ""', 200],
  ['topology.istio.io/cluster: Kubernetes, app: web', 200],
  ['topology.istio.io/cluster: Kubernetes, app: other', 503],
  ['security.istio.io/tlsMode: istio', 200],
  ['version: ""', 503],
])('a subset with the labels %s', (labels, status) => {
  const text =
    WEB +
    yaml.service('web', '{ clusterIP: 10.96.0.9, selector: { app: web }, ports: [{ name: http, port: 80 }] }') +
    yaml.destinationRule('web', `{ host: web, subsets: [{ name: v1, labels: { ${labels} } }] }`) +
    yaml.virtualService('web', '{ hosts: [web], http: [{ route: [{ destination: { host: web, subset: v1 } }] }] }')
  expect(decide(text, 'http://web/')[0]).toBe(status)
})
