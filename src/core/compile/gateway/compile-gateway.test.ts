import { describe, expect, test } from 'vitest'
import { toProxyId } from '../../base/ids.ts'
import type { EnvoyConfig } from '../../envoy/index.ts'
import { buildMesh } from '../../mesh/index.ts'
import { createDecoder } from '../../resources/index.ts'
import { createYamlParser } from '../../yaml/index.ts'
import { compileGatewayConfig } from '../compile-config.ts'

const GATEWAY_PODS = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ingress, namespace: istio-system }
spec: { selector: { matchLabels: { istio: ingressgateway } }, template: { metadata: { labels: { istio: ingressgateway } } } }
---
apiVersion: v1
kind: Service
metadata: { name: ingress, namespace: istio-system }
spec: { selector: { istio: ingressgateway }, ports: [{ name: http, port: 80, targetPort: 8080 }, { name: tls, port: 443, targetPort: 8443 }] }
---
apiVersion: v1
kind: Service
metadata: { name: shop }
spec: { clusterIP: None, selector: { app: shop }, ports: [{ name: http, port: 8000 }] }
`

const gateway = (name: string, servers: string, time = '') =>
  `---\napiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: { name: ${name}${time && `, creationTimestamp: "${time}"`} }\nspec: { selector: { istio: ingressgateway }, servers: [${servers}] }\n`
const http = (hosts: string, more = '') =>
  `{ port: { number: 80, name: http, protocol: HTTP }, hosts: ${hosts}${more} }`
const virtualService = (name: string, spec: string, namespace = 'default') =>
  `---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: ${spec}\n`
const answer = (status: number, match = '') => `{ ${match}directResponse: { status: ${String(status)} } }`

function compiled(...documents: readonly string[]): EnvoyConfig {
  const parsed = createYamlParser().parse([GATEWAY_PODS, ...documents].join('\n'))
  const mesh = buildMesh(createDecoder().decodeAll(parsed).resources)
  return compileGatewayConfig(mesh, toProxyId('ingress', 'istio-system'))
}

/** Domains, with the statuses that its routes answer in order; `TLS` where https is asked for. */
function hostsOf({ routeConfigs }: EnvoyConfig, name: string): Readonly<Record<string, string>> {
  const hosts = routeConfigs.get(name)?.virtualHosts ?? []
  return Object.fromEntries(
    hosts.map(({ domains, routes, requireTls }) => [
      domains.join(' '),
      [
        ...(requireTls ? ['TLS'] : []),
        ...routes.map(({ action }) => (action.kind === 'directResponse' ? action.status : action.kind)),
      ].join(' '),
    ]),
  )
}

// Each as a real istiod answered.
describe('the virtual hosts of a gateway', () => {
  test('join VirtualServices of one host Gateway by Gateway, what matches everything last', () => {
    const config = compiled(
      gateway('young', http('["*"]'), '2024-02-01T00:00:00Z'),
      gateway('old', http('["*"]'), '2024-01-01T00:00:00Z'),
      virtualService(
        'a',
        `{ hosts: [a.com], gateways: [young], http: [${answer(201, 'match: [{ uri: { prefix: /a } }], ')}, ${answer(202)}] }`,
      ),
      virtualService(
        'b',
        `{ hosts: [a.com], gateways: [old], http: [${answer(203, 'match: [{ uri: { prefix: /b } }], ')}, ${answer(204)}] }`,
      ),
    )
    expect(hostsOf(config, 'http.8080')).toEqual({ 'a.com': '203 201 204 202' })
  })

  test.each([
    ['the narrower of two hosts', '["*.a.com"]', '[x.a.com]', 'default', { 'x.a.com': '201' }],
    ['the server’s where the VirtualService is wider', '[x.a.com]', '["*.com"]', 'default', { 'x.a.com': '201' }],
    ['none of another namespace', '[prod/a.com]', '[a.com]', 'default', { '*': '' }],
    ['those of the namespace before the slash', '[prod/a.com]', '[a.com]', 'prod', { 'a.com': '201' }],
    ['those of the Gateway’s own namespace', '[./a.com]', '[a.com]', 'default', { 'a.com': '201' }],
    ['hosts with the same routes together', '["*"]', '[b.com, long.com]', 'default', { 'long.com b.com': '201' }],
  ])('are %s', (_, server, hosts, namespace, expected) => {
    const routes = virtualService(
      'v',
      `{ hosts: ${hosts}, gateways: [default/edge], http: [${answer(201)}] }`,
      namespace,
    )
    expect(hostsOf(compiled(gateway('edge', http(server)), routes), 'http.8080')).toEqual(expected)
  })

  test('ask for TLS where the server redirects, with or without a VirtualService', () => {
    const config = compiled(
      gateway('edge', http('[a.com, b.com]', ', tls: { httpsRedirect: true }')),
      virtualService('v', `{ hosts: [a.com], gateways: [edge], http: [${answer(201)}] }`),
    )
    expect(hostsOf(config, 'http.8080')).toEqual({ 'a.com': 'TLS 201', 'b.com': 'TLS' })
  })

  test.each([
    ['edge', '201'],
    ['default/edge', '201'],
    ['edge.default.svc.cluster.local', '201'],
    ['other', ''],
  ])('keep a match for gateway %s only where that is it', (name, expected) => {
    const match = `match: [{ gateways: [${name}], sourceLabels: { app: nobody } }], `
    const routes = virtualService('v', `{ hosts: [a.com], gateways: [edge], http: [${answer(201, match)}] }`)
    expect(Object.values(hostsOf(compiled(gateway('edge', http('["*"]')), routes), 'http.8080'))).toEqual([expected])
  })

  test('send a destination without a port to a Service’s only one, and to a headless Service’s pods', () => {
    const routes = virtualService(
      'v',
      '{ hosts: [a.com], gateways: [edge], http: [{ route: [{ destination: { host: shop } }] }] }',
    )
    const config = compiled(gateway('edge', http('["*"]')), routes)
    const action = config.routeConfigs.get('http.8080')?.virtualHosts[0]?.routes[0]?.action
    const cluster = action?.kind === 'forward' ? action.clusters[0]?.cluster : undefined
    expect(cluster).toBe('outbound|8000||shop.default.svc.cluster.local')
    expect(cluster && config.clusters.get(cluster)?.type).toBe('EDS')
  })
})

describe('the listeners of a gateway', () => {
  const https = (name: string, hosts: string, mode = 'SIMPLE') =>
    `{ port: { number: 443, name: ${name}, protocol: HTTPS }, hosts: ${hosts}, tls: { mode: ${mode}, credentialName: c } }`
  const listenersOf = (config: EnvoyConfig) =>
    config.listeners.map(({ name, chain, chains = [] }) => [
      name,
      ...chains.map(each => `${each.serverNames?.join(' ') ?? ''} ${each.chain.kind}`),
      ...(chain.kind === 'close' ? [] : [chain.kind]),
    ])

  test('stand at the pods’ port behind the Service’s', () => {
    const config = compiled(gateway('edge', http('["*"]')))
    expect(listenersOf(config)).toEqual([['0.0.0.0_8080', 'http']])
    expect([...(config.entryPorts ?? [])]).toEqual([
      [80, 8080],
      [443, 8443],
    ])
  })

  test('tell TLS servers apart by name; a host that is taken stays with the first', () => {
    const servers = [https('one', '[a.com]'), https('two', '["*.b.com"]'), https('three', '[a.com]')].join(', ')
    expect(listenersOf(compiled(gateway('edge', servers)))).toEqual([['0.0.0.0_8443', 'a.com http', '*.b.com http']])
  })

  test('pass TLS on by tls rules, and TCP by tcp rules', () => {
    const servers = [
      https('pass', '[a.com]', 'PASSTHROUGH'),
      '{ port: { number: 9000, name: tcp, protocol: TCP }, hosts: ["*"] }',
      '{ port: { number: 9001, name: none, protocol: TCP }, hosts: [nobody.com] }',
    ].join(', ')
    const rules =
      'tls: [{ match: [{ sniHosts: [a.com] }], route: [{ destination: { host: shop } }] }], tcp: [{ match: [{ port: 9000 }], route: [{ destination: { host: shop } }] }]'
    const config = compiled(
      gateway('edge', servers),
      virtualService('v', `{ hosts: [a.com], gateways: [edge], ${rules} }`),
    )
    expect(listenersOf(config)).toEqual([
      ['0.0.0.0_8443', 'a.com tcp'],
      ['0.0.0.0_9000', 'tcp'],
    ])
  })
})
