import { expect, test } from 'vitest'
import { toProxyId } from '../../base/ids.ts'
import { meshOfYaml, yaml } from '../testing/yaml-mesh.ts'
import { findHidden } from './hidden.ts'

const WORLD = [
  yaml.httpService('reviews'),
  yaml.httpService('ratings'),
  yaml.httpService('checkout.prod', 80),
  yaml.deployment('sleep'),
].join('')

const SLEEP = toProxyId('sleep', 'default')

/** What is hidden from `sleep.default`: `kind namespace/name: reason`, the words, and the path of the cause. */
function hidden(text: string, caller = SLEEP) {
  return findHidden(meshOfYaml(WORLD + text), caller).map(({ resource, reason, because, origin }) => [
    `${resource.kind} ${resource.namespace}/${resource.name}: ${reason}`,
    because,
    origin.path.join('.'),
  ])
}

const D = 'http: [{ directResponse: { status: 201 } }]'
const vs = (name: string, spec: string) => yaml.virtualService(name, `{ ${spec} }`)
const dr = (name: string, spec: string) => yaml.destinationRule(name, `{ ${spec} }`)
const REVIEWS = 'host: reviews.default.svc.cluster.local'

test('nothing, where everything is seen', () => {
  expect(hidden(vs('v', `hosts: [reviews], ${D}`) + dr('d', 'host: reviews'))).toEqual([])
})

test.each([
  [
    'exported to its own namespace',
    yaml.httpService('away.prod', 80, 'networking.istio.io/exportTo: "."'),
    'Service prod/away: notExported',
    'exported to its own namespace prod only',
    'metadata.annotations.networking.istio.io/exportTo',
  ],
  [
    'exported to others',
    yaml.httpService('away.prod', 80, 'networking.istio.io/exportTo: "a,b"'),
    'Service prod/away: notExported',
    'exported to namespaces a and b only',
    'metadata.annotations.networking.istio.io/exportTo',
  ],
  [
    'exported to nobody',
    yaml.serviceEntry('api', `{ hosts: [api.example.com], exportTo: ["~"], ports: [{ number: 80, name: http }] }`),
    'ServiceEntry default/api: notExported',
    'exported to nobody',
    'spec.exportTo',
  ],
  [
    'of a host that another has',
    yaml.serviceEntry('a', `{ hosts: [api.example.com], resolution: DNS, ports: [{ number: 80, name: http }] }`) +
      yaml.serviceEntry('b.prod', `{ hosts: [api.example.com], resolution: DNS, ports: [{ number: 81, name: http }] }`),
    'ServiceEntry prod/b: sameHost',
    'of host api.example.com, the one in namespace default counts for this caller',
    '',
  ],
])('a service %s', (_, text, what, because, path) => {
  expect(hidden(text)).toEqual([[what, because, path]])
})

test('services that the Sidecar leaves out, and the one that a rule sends to', () => {
  const egress = (...hosts: readonly string[]) =>
    yaml.sidecar('default', `{ egress: [{ hosts: ["${hosts.join('", "')}"] }] }`)
  const because = 'Sidecar default/default imports only ./ratings.default.svc.cluster.local'
  const rule = vs('v', 'hosts: [ratings], http: [{ route: [{ destination: { host: reviews } }] }]')
  expect(hidden(egress('./ratings.default.svc.cluster.local') + rule)).toEqual([
    ['Service prod/checkout: notImported', because, 'spec.egress.0.hosts'],
    ['Service default/reviews: notImported', `${because}; only rules that send to it reach it`, 'spec.egress.0.hosts'],
  ])
  expect(hidden(egress('*/*', '~prod/*'))).toEqual([
    [
      'Service prod/checkout: notImported',
      'Sidecar default/default takes it out with ~prod/*',
      'spec.egress.0.hosts.1',
    ],
  ])
})

test.each([
  [
    'for a gateway only',
    vs('v', `hosts: [reviews], gateways: [edge], ${D}`),
    'gatewayOnly',
    'bound to gateway edge only, not to mesh',
    'spec.gateways',
  ],
  [
    'exported elsewhere',
    vs('v', `hosts: [reviews], exportTo: [prod], ${D}`),
    'notExported',
    'exported to namespace prod only',
    'spec.exportTo',
  ],
  [
    'that the Sidecar leaves out',
    yaml.sidecar('default', '{ egress: [{ hosts: ["*/*", "~/shop.example.com"] }] }') +
      vs('v', `hosts: [shop.example.com], ${D}`),
    'notImported',
    'Sidecar default/default takes it out with ~/shop.example.com',
    'spec.egress.0.hosts.1',
  ],
  [
    'whose host another has',
    vs('a', `hosts: [reviews], ${D}`) + vs('v', `hosts: [reviews], ${D}`),
    'hostTaken',
    'VirtualService default/a has reviews already: both are of one age, and its name comes first',
    '',
  ],
  [
    'whose host another has by name of the namespace',
    vs('z', `hosts: [reviews], exportTo: ["."], ${D}`) + vs('v', `hosts: [reviews], ${D}`),
    'hostTaken',
    'VirtualService default/z has reviews already: it is exported to this namespace by name, which comes before all',
    '',
  ],
  [
    'for other callers',
    vs('v', `hosts: [reviews], http: [{ match: [{ sourceLabels: { app: x } }], directResponse: { status: 201 } }]`),
    'noRuleForCaller',
    'each match of its rules is for other callers (sourceLabels, sourceNamespace or gateways)',
    'spec.http',
  ],
])('a VirtualService %s', (_, text, reason, because, path) => {
  expect(hidden(text)).toEqual([[`VirtualService default/v: ${reason}`, because, path]])
})

test('a VirtualService for a host that nobody has, on no port that anybody listens to', () => {
  const text = vs('v', `hosts: [ghost], ${D}`)
  expect(hidden(text)).toEqual([])
  const sidecar = yaml.sidecar('default', '{ egress: [{ hosts: ["./*"] }] }')
  expect(hidden(sidecar + text).slice(1)).toEqual([
    ['VirtualService default/v: noSuchHost', 'this caller knows no HTTP port of a Service named ghost', 'spec.hosts'],
  ])
})

test.each([
  [
    'in a third namespace',
    dr('d.web', REVIEWS),
    'web/d: notLookedUp',
    'rules are looked up in three namespaces: this caller’s (default), the Service’s (default) and istio-system',
    'metadata.namespace',
  ],
  [
    'for other callers',
    dr('d', 'host: reviews, workloadSelector: { matchLabels: { app: batch } }'),
    'default/d: notSelected',
    'it is for callers with app=batch',
    'spec.workloadSelector',
  ],
  [
    'with a selector, in the Service’s namespace',
    dr('d.prod', 'host: checkout, workloadSelector: { matchLabels: { app: sleep } }'),
    'prod/d: notSelected',
    'with a workloadSelector it holds in prod only',
    'spec.workloadSelector',
  ],
  [
    'kept private by the Service’s namespace',
    dr('d.prod', 'host: checkout, exportTo: ["."]'),
    'prod/d: notExported',
    'exported to its own namespace prod only',
    'spec.exportTo',
  ],
  [
    'exported to others only',
    dr('d', 'host: reviews, exportTo: [prod]'),
    'default/d: notExported',
    'exported to namespace prod only',
    'spec.exportTo',
  ],
  [
    'of the root namespace beside a nearer one',
    dr('d.istio-system', REVIEWS) + dr('mine', 'host: reviews'),
    'istio-system/d: overridden',
    'DestinationRule default/mine counts for reviews: it is in the namespace of this caller',
    'spec.host',
  ],
  [
    'that is hidden by a wildcard of the caller’s namespace',
    dr('d.prod', 'host: checkout') + dr('star', 'host: "*.cluster.local"'),
    'prod/d: overridden',
    'DestinationRule default/star counts for checkout: it is in the namespace of this caller',
    'spec.host',
  ],
  [
    'less specific than others for all it covers',
    dr('d', 'host: "*.prod.svc.cluster.local"') + dr('exact', 'host: checkout.prod.svc.cluster.local'),
    'default/d: overridden',
    'DestinationRule default/exact counts for checkout: its host checkout.prod.svc.cluster.local is more specific',
    'spec.host',
  ],
  [
    'for a host that is no Service',
    dr('d', 'host: ghost'),
    'default/d: noSuchHost',
    'there is no Service named ghost.default.svc.cluster.local',
    'spec.host',
  ],
])('a DestinationRule %s', (_, text, what, because, path) => {
  expect(hidden(text)).toEqual([[`DestinationRule ${what}`, because, path]])
})

test('a caller without a sidecar uses no rule', () => {
  const namespace =
    'apiVersion: v1\nkind: Namespace\nmetadata: { name: default, labels: { istio-injection: disabled } }\n---\n'
  const text = namespace + vs('v', `hosts: [reviews], ${D}`) + dr('d', 'host: reviews')
  const because = 'this caller has no sidecar: no rule applies to what it calls'
  expect(hidden(text)).toEqual([
    ['VirtualService default/v: noSidecar', because, ''],
    ['DestinationRule default/d: noSidecar', because, ''],
  ])
})
