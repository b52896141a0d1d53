import { expect, test } from 'vitest'
import { createPipeline } from '../core/pipeline/index.ts'
import { stepWords } from '../core/route/index.ts'
import { explainRecord, simulate } from '../core/simulate/index.ts'
import { buildStage } from './build-stage.ts'
import { headlineFor } from './headline.ts'

const istio = (kind: string, name: string, spec: string) =>
  `---\napiVersion: ${kind === 'PeerAuthentication' ? 'security' : 'networking'}.istio.io/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n`
const service = (name: string, port = '{ name: http, port: 80 }') =>
  `---\napiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec: { selector: { app: ${name} }, ports: [${port}] }\n`
const deployment = (name: string, labels = '') =>
  `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec: { template: { metadata: { labels: { app: ${name}${labels} } } } }\n`
const httpRoute = (kind: 'http' | 'tcp', route: string) => `{ hosts: [web], ${kind}: [{ route: [${route}] }] }`
const WEB = deployment('client') + service('web') + deployment('web')
const STRICT = istio('PeerAuthentication', 'default', '{ mtls: { mode: STRICT } }')
const tls = (mode: string) =>
  istio('DestinationRule', 'web', `{ host: web, trafficPolicy: { tls: { mode: ${mode} } } }`)

function see(text: string, proxy?: string) {
  const world = createPipeline().run(text)
  const seen = world.callers.find(each => each === proxy) ?? world.traffic.clients[0]?.proxy ?? world.callers[0]
  if (seen === undefined) throw new Error('nobody calls')
  const clients = world.traffic.clients.filter(client => client.proxy === seen)
  const traffic = { ...world.traffic, clients: clients.length > 0 ? clients : world.trafficFrom(seen).clients }
  const stage = buildStage(world, seen, traffic)
  const { title, detail } = headlineFor(stage, {
    total: 0,
    inFlight: new Map(),
    counts: new Map(),
    byOutcome: new Map(),
  })
  return {
    world,
    stage,
    traffic,
    said: `${title} ${detail}`,
    holes: stage.holes.map(({ label, cause }) => `${label} ${cause}`),
  }
}

test.each([
  [
    'plain text to STRICT',
    WEB + STRICT + tls('DISABLE'),
    '503 UC pods of web take mTLS only: the request comes in plain text',
    'Every request dies on the way to web Pods of web take mTLS only: the request comes in plain text.',
  ],
  [
    'mTLS to pods without a sidecar',
    deployment('client') +
      service('web') +
      deployment('web', ', sidecar.istio.io/inject: "false"') +
      tls('ISTIO_MUTUAL'),
    '503 URX,UF pods of web have no sidecar: mTLS is spoken to them',
    'Every request dies on the way to web Pods of web have no sidecar: mTLS is spoken to them.',
  ],
  [
    'TLS to pods that serve none',
    WEB + tls('SIMPLE'),
    '503 URX,UF pods of web serve no TLS: the sidecar speaks it to them',
    'Every request dies on the way to web Pods of web serve no TLS: the sidecar speaks it to them.',
  ],
  [
    'a connection to a subset that is not there',
    deployment('client') +
      service('web', '{ name: tcp, port: 90 }') +
      deployment('web') +
      istio('VirtualService', 'web', httpRoute('tcp', '{ destination: { host: web, subset: v9 } }')),
    'closed NC cluster not found: no DestinationRule for web',
    'Every request dies in client’s own sidecar Rule 1 sends everything it takes to subset v9. No DestinationRule defines any subset, so Envoy has no such cluster.',
  ],
  [
    'an ExternalName of a host that Istio does not know',
    deployment('client') +
      service('web', '{ name: http, port: 90 }') +
      deployment('web') +
      '---\napiVersion: v1\nkind: Service\nmetadata: { name: bills }\nspec: { type: ExternalName, externalName: bills.example.com, ports: [{ name: http, port: 80 }] }\n' +
      istio('VirtualService', 'web', httpRoute('http', '{ destination: { host: bills } }')),
    '503 NC cluster not found: bills is but a name for bills.example.com',
    'Every request dies in client’s own sidecar Rule 1 sends everything it takes to bills. bills is but a name for bills.example.com, so Envoy has no such cluster.',
  ],
  [
    'a ServiceEntry that is not exported, under REGISTRY_ONLY',
    deployment('client') +
      istio('Sidecar', 'default', '{ outboundTrafficPolicy: { mode: REGISTRY_ONLY } }') +
      istio(
        'ServiceEntry',
        'out, namespace: far',
        '{ hosts: [out.com], exportTo: ["."], resolution: DNS, ports: [{ number: 8080, name: http, protocol: HTTP }] }',
      ) +
      istio('VirtualService', 'out', '{ hosts: [out.com], http: [{ route: [{ destination: { host: out.com } }] }] }'),
    'closed UH REGISTRY_ONLY: this proxy is not told of out.com',
    'Every request dies in client’s own sidecar REGISTRY_ONLY: this proxy is not told of out.com.',
  ],
  [
    'a ServiceEntry that lists no endpoint and selects none',
    deployment('client') +
      istio(
        'ServiceEntry',
        'db',
        '{ hosts: [db.internal], addresses: [10.8.0.7], resolution: STATIC, ports: [{ number: 5432, name: tcp, protocol: TCP }] }',
      ),
    'closed UH no healthy pod: db.internal has no endpoints',
    'Every request dies in client’s own sidecar The default route sends everything it takes to db.internal. No pod is there to take it: db.internal has no endpoints.',
  ],
  [
    'a gateway where nothing is bound',
    istio(
      'Gateway',
      'edge',
      '{ selector: { istio: ingressgateway }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }] }',
    ),
    '404 NR nothing is bound to the gateway: no VirtualService, no HTTPRoute',
    'Every request dies in istio-ingressgateway itself Nothing is bound to the gateway: no VirtualService, no HTTPRoute.',
  ],
])('%s', (_, text, hole, said) => {
  const seen = see(text)
  expect(seen.holes).toEqual([hole])
  expect(seen.said).toBe(said)
})

test('bytes reach pods by weight, and a trace says that the connection stands', () => {
  const text =
    deployment('client') +
    service('web', '{ name: tcp, port: 90 }') +
    deployment('web') +
    service('db', '{ name: tcp, port: 90 }') +
    deployment('db') +
    istio(
      'VirtualService',
      'web',
      httpRoute('tcp', '{ destination: { host: web }, weight: 80 }, { destination: { host: db }, weight: 20 }'),
    )
  const { world, stage, traffic } = see(text)
  expect(stage.workloads.map(({ name, share, place }) => [name, Number(share.toFixed(3)), place])).toEqual([
    ['web', 0.8, 'mesh'],
    ['db', 0.2, 'mesh'],
  ])
  const log = simulate({ traffic, routerFor: world.routerFor }, 1000)
  const [record] = log.requests
  const last = record && explainRecord(record, world.routerFor(record.client.proxy), log).trace.at(-1)
  expect(last && stepWords(last)).toMatchObject({ mark: 'answered', title: 'Connected' })
})

test('rules of a delegate and of a merged VirtualService are rows of their own, by its name', () => {
  const rows = (text: string) =>
    see(text).stage.rules.flatMap(node => node.rows.map(row => `${row.title}: ${row.condition}`))
  const delegating = `{ hosts: [web], http: [{ match: [{ uri: { prefix: /a } }], delegate: { name: inner } }, { route: [{ destination: { host: web } }] }] }`
  const inner =
    '{ http: [{ match: [{ uri: { prefix: /a/b } }], redirect: { uri: / } }, { route: [{ destination: { host: web } }] }] }'
  expect(rows(WEB + istio('VirtualService', 'web', delegating) + istio('VirtualService', 'inner', inner))).toEqual([
    'rule 1: /a*',
    'inner 1: /a/b*',
    'inner 2: /a*',
    'rule 2: everyone else',
  ])
  const edge =
    '{ selector: { istio: ingressgateway }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [a.com] }] }'
  const bound = (path: string) =>
    `{ hosts: [a.com], gateways: [edge], http: [{ match: [{ uri: { prefix: ${path} } }], route: [{ destination: { host: web } }] }] }`
  const merged =
    istio('Gateway', 'edge', edge) +
    istio('VirtualService', 'a', bound('/a')) +
    istio('VirtualService', 'b', bound('/b'))
  const { world, traffic } = see(WEB + merged)
  expect(rows(WEB + merged)).toEqual(['rule 1: /a*', 'b 1: /b*'])
  const log = simulate({ traffic, routerFor: world.routerFor }, 1000)
  const labels = log.requests.flatMap(record =>
    explainRecord(record, world.routerFor(record.client.proxy), log).trace.flatMap(step =>
      'label' in step ? step.label : [],
    ),
  )
  expect([...new Set(labels)].sort()).toEqual(['Rule 1', 'Rule 1 of b'])
})
