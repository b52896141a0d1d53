import { expect, test } from 'vitest'
import { createPipeline } from '../core/pipeline/index.ts'
import { simulate } from '../core/simulate/index.ts'
import { buildStage } from './build-stage.ts'
import { courseOf } from './course.ts'

const deployment = (name: string, labels = '') =>
  `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: { name: ${name} }\nspec: { template: { metadata: { labels: { app: ${name.replace(/-.*/, '')}${labels} } } } }\n`
const service = (ports: string) =>
  `---\napiVersion: v1\nkind: Service\nmetadata: { name: mongo }\nspec: { selector: { app: mongo }, ports: [${ports}] }\n`
const istio = (kind: string, name: string, spec: string) =>
  `---\napiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n`
const MONGO =
  deployment('client') +
  service('{ name: tcp-mongo, port: 27017 }') +
  deployment('mongo-v1', ', version: v1') +
  deployment('mongo-v2', ', version: v2') +
  istio(
    'DestinationRule',
    'mongo',
    '{ host: mongo, subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }] }',
  )
const leg = (subset: string, weight: number) => `{ destination: { host: mongo, subset: ${subset} }, weight: ${weight} }`
const PARTNER = istio(
  'ServiceEntry',
  'partner',
  '{ hosts: [api.partner.com], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }',
)

function stageOf(text: string) {
  const world = createPipeline().run(text)
  const proxy = world.traffic.clients[0]?.proxy
  if (proxy === undefined) throw new Error('nobody calls')
  return { world, proxy, stage: buildStage(world, proxy, world.traffic) }
}

test.each([
  [
    'weights of a tcp rule',
    MONGO +
      istio(
        'VirtualService',
        'mongo',
        `{ hosts: [mongo], tcp: [{ match: [{ port: 27017 }], route: [${leg('v1', 80)}, ${leg('v2', 20)}] }] }`,
      ),
    ['mongo of VirtualService default/mongo', 'rule 1: :27017, live', '  v1 0.8 0.8', '  v2 0.2 0.2'],
  ],
  [
    'a rule behind one that takes all',
    MONGO +
      istio(
        'VirtualService',
        'mongo',
        `{ hosts: [mongo], tcp: [{ route: [${leg('v1', 1)}] }, { route: [${leg('v2', 1)}] }] }`,
      ),
    [
      'mongo of VirtualService default/mongo',
      'rule 1: no conditions, live',
      '  v1 1 1',
      'rule 2: no connection reaches it, unreachable',
      '  v2 1 0',
    ],
  ],
  [
    'a tls rule',
    deployment('client') +
      PARTNER +
      istio(
        'VirtualService',
        'partner',
        '{ hosts: [api.partner.com], tls: [{ match: [{ port: 443, sniHosts: [api.partner.com] }], route: [{ destination: { host: api.partner.com } }] }] }',
      ),
    [
      'api.partner.com of VirtualService default/partner',
      'rule 1: api.partner.com, :443, live',
      '  api.partner.com 1 1',
    ],
  ],
  [
    'a port without a rule',
    deployment('client') + PARTNER,
    ['api.partner.com of no rule', 'default: TLS, passed on as it is, live', '  api.partner.com 1 1'],
  ],
])('%s has a card', (_, text, words) => {
  const { stage } = stageOf(text)
  const said = stage.rules.flatMap(card => [
    `${card.title} of ${card.resource ? `VirtualService ${card.resource.replace(/^.*? /, '').trim()}` : 'no rule'}`,
    ...card.rows.flatMap(row => [
      `${row.title}: ${row.condition}, ${row.state}`,
      ...row.legs.map(each => `  ${each.label} ${String(each.setShare)} ${String(Number(each.share.toFixed(6)))}`),
    ]),
  ])
  expect(said).toEqual(words)
  expect(stage.lanes.filter(lane => lane.kind === 'split' && lane.from === 'client')).toEqual([])
})

test('a connection runs by its rule and the leg that was drawn', () => {
  const { world, proxy, stage } = stageOf(
    MONGO +
      istio('VirtualService', 'mongo', `{ hosts: [mongo], tcp: [{ route: [${leg('v1', 80)}, ${leg('v2', 20)}] }] }`),
  )
  const { requests } = simulate({ traffic: world.traffic, routerFor: world.routerFor }, 2000)
  const legs = new Map<string, number>()
  for (const { decision, requestClass } of requests) {
    if (!decision) continue
    const { touches } = courseOf(stage, decision, requestClass.request)
    const id = stage.rules[0]?.rows[0]?.legs.find(each => touches.includes(each.id))?.label ?? 'none'
    expect(decision.cluster).toContain(`|${id}|`)
    legs.set(id, (legs.get(id) ?? 0) + 1)
  }
  expect([...legs.keys()].sort()).toEqual(['v1', 'v2'])
  expect(proxy).toBe('client.default')
})
