import { expect, test } from 'vitest'
import { createYamlParser } from '../yaml/index.ts'
import { LEDGER, findUses, linkOf, rowOfLink } from './index.ts'

function usesOf(text: string) {
  const root = createYamlParser().parse(text).documents[0]?.root
  const kind = /kind: (\w+)/.exec(text)?.[1] ?? ''
  return root ? findUses(kind, root).map(({ row, path }) => `${row.status} ${path.join('.')}`) : []
}

test('fields of a traffic policy are found on the rule, its subsets and their ports', () => {
  const text = `kind: DestinationRule
spec:
  trafficPolicy:
    loadBalancer: { localityLbSetting: { enabled: true } }
    portLevelSettings:
    - port: { number: 80 }
      outlierDetection: {}
  subsets:
  - name: v1
  - name: v2
    trafficPolicy: { tunnel: { protocol: CONNECT } }
`
  expect(usesOf(text)).toEqual([
    'simplified spec.trafficPolicy.loadBalancer.localityLbSetting',
    'simplified spec.trafficPolicy.portLevelSettings.0.outlierDetection',
    'absent spec.subsets.1.trafficPolicy.tunnel',
  ])
})

test.each([
  ['kind: EnvoyFilter\nmetadata: { name: a }', ['absent ']],
  ['kind: TLSRoute', ['absent ']],
  ['kind: VirtualService\nspec: { http: [{ name: a }, { mirror: { host: b } }] }', ['simplified spec.http.1.mirror']],
  ['kind: VirtualService\nspec: { http: [{ route: [] }] }', []],
  ['kind: VirtualService\nspec: { http: { mirror: { host: b } } }', []],
  ['kind: VirtualService\nspec: { http: [{ mirror: null }] }', []],
  ['kind: VirtualService\nspec: text', []],
  ['kind: ConfigMap\nspec: { trafficPolicy: {} }', []],
  ['kind: Service\nspec: { sessionAffinity: None, internalTrafficPolicy: Cluster }', []],
  ['kind: Service\nspec: { sessionAffinity: ClientIP }', ['absent spec.sessionAffinity']],
  ['kind: Service\nspec: { internalTrafficPolicy: Local }', ['absent spec.internalTrafficPolicy']],
  ['kind: Service\nspec: { publishNotReadyAddresses: true }', ['absent spec.publishNotReadyAddresses']],
  ['kind: Service\nspec: { publishNotReadyAddresses: false }', []],
  ['kind: ServiceEntry\nspec: { resolution: DNS_ROUND_ROBIN }', ['simplified spec.resolution']],
  ['kind: ServiceEntry\nspec: { resolution: [DNS] }', []],
  ['kind: ServiceEntry\nspec: { addresses: [10.0.0.1] }', []],
  ['kind: ServiceEntry\nspec: { addresses: [10.0.0.1, 10.0.0.2, 10.0.0.3] }', ['simplified spec.addresses.1']],
  [
    'kind: VirtualService\nspec: { http: [{ headers: { request: { set: { a: "%HOSTNAME%", b: "%UPSTREAM_HOST%" } } } }] }',
    ['simplified spec.http.0.headers.request.set.a'],
  ],
])('%j', (text, expected) => {
  expect(usesOf(text)).toEqual(expected)
})

test('a key with dots is one step', () => {
  const key = 'traffic.sidecar.istio.io/excludeOutboundPorts'
  expect(usesOf(`kind: Pod\nmetadata: { annotations: { ${key}: "80" } }`)).toEqual([
    `absent metadata.annotations.${key}`,
  ])
})

test('each row has a link of its own, and the link finds it', () => {
  expect(new Set(LEDGER.map(linkOf)).size).toBe(LEDGER.length)
  for (const row of LEDGER) expect(rowOfLink(LEDGER, linkOf(row))).toBe(row)
})
