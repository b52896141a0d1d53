import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { buildStage } from './build-stage.ts'
import * as canary from './testing/canary.ts'
import { classOf, request, trafficOf } from './testing/canary.ts'
import type { Stage } from './stage.ts'

const PODS =
  canary.service('reviews') +
  canary.deployment('reviews-v1', 'v1', 2) +
  canary.deployment('reviews-v2', 'v2', 1) +
  canary.deployment('productpage', 'v1', 1, 'productpage')

const stageOf = (text: string, traffic = canary.USUAL): Stage =>
  buildStage(canary.worldOf(text, traffic), canary.PRODUCTPAGE, traffic)

const rowsOf = (stage: Stage) => stage.rules.flatMap(node => node.rows)
const round = (share: number): number => Math.round(share * 1e9) / 1e9

describe('the canary', () => {
  const stage = stageOf(canary.CANARY)

  test('has the rules in YAML order with exact shares', () => {
    expect(rowsOf(stage).map(row => [row.title, row.condition, row.mono, round(row.share)])).toEqual([
      ['test-users', 'end-user = jason', true, 0.2],
      ['canary', 'everyone else', false, 0.8],
    ])
    expect(rowsOf(stage).map(row => row.legs.map(leg => [leg.label, leg.setShare, round(leg.share)]))).toEqual([
      [['v3', 1, 0.2]],
      [
        ['v1', 0.9, 0.72],
        ['v2', 0.1, 0.08],
      ],
    ])
  })

  test('orders subsets by their rules, not by the text, and gives workloads their pods', () => {
    expect(stage.subsets.map(node => node.rows.map(row => [row.name, row.selector, round(row.share)]))).toEqual([
      [
        ['v3', 'version=v3', 0.2],
        ['v1', 'version=v1', 0.72],
        ['v2', 'version=v2', 0.08],
      ],
    ])
    expect(stage.workloads.map(node => [node.name, node.pods.length, round(node.share)])).toEqual([
      ['reviews-v3', 2, 0.2],
      ['reviews-v1', 3, 0.72],
      ['reviews-v2', 1, 0.08],
    ])
    expect(stage.holes).toEqual([])
  })

  test('puts a pill only where a rule splits', () => {
    const pills = stage.lanes.filter(lane => lane.setShare !== undefined)
    expect(pills.map(lane => [lane.kind, lane.from.split('/').slice(1).join('/'), lane.setShare])).toEqual([
      ['split', 'canary/v1', 0.9],
      ['split', 'canary/v2', 0.1],
    ])
  })
})

test('a missing subset is a hole, and what stands behind a rule that takes all is never reached', () => {
  const stage = stageOf(canary.BROKEN)
  expect(stage.holes.map(hole => [hole.label, hole.cause, hole.outcome, round(hole.share)])).toEqual([
    ['503 NC', 'cluster not found: no subset v3', 'nowhere', 0.32],
  ])
  expect(stage.holes[0]?.at).toBe(stage.subsets[0]?.id)
  const preview = rowsOf(stage)[2]
  expect([preview?.state, preview?.condition, preview?.why]).toEqual([
    'unreachable',
    'never reached',
    'rule 2 takes all',
  ])
  const lost = rowsOf(stage)[1]?.legs[1]
  expect([lost?.label, lost?.tone]).toEqual(['v3', 'lost'])
  expect(stage.lanes.filter(lane => lane.from === lost?.id).map(lane => [lane.kind, lane.tone])).toEqual([
    ['rail', 'lost'],
    ['fall', 'lost'],
  ])
})

test('a rule that an earlier one covers is never reached although Envoy has it', () => {
  const http = `  - match: [{ uri: { prefix: /api } }]
    route: [{ destination: { host: reviews } }]
  - match: [{ uri: { prefix: /api/v2 } }]
    route: [{ destination: { host: reviews } }]
  - match: [{ sourceLabels: { app: batch } }]
    route: [{ destination: { host: reviews } }]
`
  const rows = rowsOf(stageOf(canary.virtualService(http) + PODS, trafficOf(classOf('api', 1, request('/api/v2/x')))))
  expect(rows.map(row => [row.condition, row.why, row.share])).toEqual([
    ['/api*', undefined, 1],
    ['never reached', 'rule 1 takes these first', 0],
    ['only for app=batch', 'only for app=batch', 0],
  ])
})

describe('holes by cause', () => {
  const cases: readonly [string, string, ReturnType<typeof trafficOf>, readonly string[]][] = [
    [
      'labels that select no pod',
      canary.virtualService(canary.canaryRule('v1', 'v9', 50)) + canary.destinationRule(['v1', 'v9']) + PODS,
      canary.USUAL,
      ['503 UH · no healthy pod: labels of v9 select none · nobody · 0.5'],
    ],
    [
      'paths that no rule takes are one cause',
      canary.virtualService(`  - match: [{ uri: { prefix: /api } }]
    route: [{ destination: { host: reviews } }]
`) + PODS,
      trafficOf(
        classOf('a', 2, request('/api')),
        classOf('b', 1, request('/login')),
        classOf('c', 1, request('/x?y=1')),
      ),
      ['404 NR · no rule matched /login, /x · nowhere · 0.5'],
    ],
    [
      'an injected fault',
      canary.virtualService(`  - route: [{ destination: { host: reviews } }]
    fault: { abort: { percentage: { value: 20 }, httpStatus: 503 } }
`) + PODS,
      canary.USUAL,
      ['503 FI · injected 503 · injected · 0.2'],
    ],
    [
      'a name that does not resolve',
      PODS,
      trafficOf(classOf('typo', 1, request('/', {}, 'revews'))),
      ['no address · name not resolved: revews · nowhere · 1'],
    ],
    [
      'two missing subsets are two causes',
      canary.virtualService(canary.canaryRule('v1', 'v2', 50)) + canary.destinationRule(['v7']) + PODS,
      canary.USUAL,
      [
        '503 NC · cluster not found: no subset v1 · nowhere · 0.5',
        '503 NC · cluster not found: no subset v2 · nowhere · 0.5',
      ],
    ],
    [
      'without any DestinationRule all subsets are missing for one cause',
      canary.virtualService(canary.canaryRule('v1', 'v2', 50)) + PODS,
      canary.USUAL,
      ['503 NC · cluster not found: no DestinationRule for reviews · nowhere · 1'],
    ],
    [
      'one missing subset asked for twice is one',
      canary.virtualService(canary.canaryRule('v7', 'v7', 50)) + canary.destinationRule(['v1']) + PODS,
      canary.USUAL,
      ['503 NC · cluster not found: no subset v7 · nowhere · 1'],
    ],
  ]
  test.each(cases)('%s', (_, text, traffic, expected) => {
    const { holes } = stageOf(text, traffic)
    const told = holes.map(hole => `${hole.label} · ${hole.cause} · ${hole.outcome} · ${String(round(hole.share))}`)
    expect(told).toEqual(expected)
  })
})

test('redirects and direct responses end at replies, mirrors leave by their own lane', () => {
  const http = `  - match: [{ uri: { exact: /old } }]
    redirect: { uri: /new }
  - match: [{ uri: { exact: /tea } }]
    directResponse: { status: 418 }
  - route: [{ destination: { host: reviews, subset: v1 } }]
    mirror: { host: reviews, subset: v2 }
    mirrorPercentage: { value: 40 }
`
  const traffic = trafficOf(
    classOf('old', 1, request('/old')),
    classOf('tea', 1, request('/tea')),
    classOf('x', 2, request()),
  )
  const stage = stageOf(canary.virtualService(http) + canary.destinationRule(['v1', 'v2']) + PODS, traffic)
  expect(stage.replies.map(reply => [reply.label, reply.share])).toEqual([
    ['301', 0.25],
    ['418', 0.25],
  ])
  const mirror = stage.lanes.find(lane => lane.kind === 'mirror')
  expect([round(mirror?.share ?? 0), mirror?.tone]).toEqual([0.2, 'ghost'])
  expect(rowsOf(stage)[2]?.badges).toEqual(['mirror v2 40 %'])
  expect(stage.workloads.map(node => [node.name, node.share])).toEqual([
    ['reviews-v1', 0.5],
    ['reviews-v2', 0],
  ])
})

test('a host without VirtualService has one default row to all pods', () => {
  const stage = stageOf(PODS)
  expect(rowsOf(stage).map(row => [row.title, row.condition, row.share])).toEqual([['default', 'no conditions', 1]])
  expect(stage.rules[0]?.resource).toBeUndefined()
  expect(stage.subsets.flatMap(node => node.rows.map(row => [row.name, row.share]))).toEqual([['all pods', 1]])
  expect(stage.subsets[0]?.badges).toEqual(['no DestinationRule'])
  // One stands where the caller does not look.
  const far = canary.destinationRule(['v1'], 'reviews.default.svc.cluster.local')
  const elsewhere = stageOf(
    PODS + far.replace('{ name: reviews.default.svc.cluster.local }', '{ name: far, namespace: far }'),
  )
  expect(elsewhere.subsets[0]?.badges).toEqual(['none seen from here'])
})

test('without traffic there is a client and nothing else', () => {
  const stage = stageOf(canary.CANARY, { seed: 1, clients: [] })
  expect([stage.client.name, stage.client.ratePerSecond, stage.rules, stage.lanes]).toEqual(['productpage', 0, [], []])
})

/** Ends, cards and what stands on them carry the same shares, whatever the weights. */
test('shares add up for all weights', () => {
  const weights = fc.tuple(
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 1, max: 99 }),
    fc.integer({ min: 1, max: 9 }),
  )
  fc.assert(
    fc.property(weights, fc.constantFrom('v1', 'v3', 'v9'), ([first, jason, unset], other) => {
      const traffic = trafficOf(classOf('no header', unset, request()), classOf('jason', jason, canary.JASON))
      const stage = stageOf(
        canary.virtualService(`  - match: [{ headers: { end-user: { exact: jason } } }]
    route: [{ destination: { host: reviews, subset: v2 } }]
${canary.canaryRule('v2', other, first)}`) +
          canary.destinationRule(['v1', 'v2', 'v9']) +
          PODS,
        traffic,
      )
      const sum = (nodes: readonly { readonly share: number }[]): number =>
        round(nodes.reduce((all, node) => all + node.share, 0))
      expect(sum([...stage.workloads, ...stage.holes, ...stage.replies])).toBe(1)
      expect(sum(rowsOf(stage))).toBe(1)
      for (const row of rowsOf(stage)) expect(sum(row.legs)).toBe(round(row.share))
      expect(sum(stage.lanes.filter(lane => lane.kind === 'in'))).toBe(1)
      expect(sum(stage.lanes.filter(lane => lane.kind === 'deliver' || lane.kind === 'fall'))).toBe(1)
    }),
    { numRuns: 40 },
  )
})

test('callers in a loop are traffic, though they have no rate', () => {
  const [client] = canary.USUAL.clients
  if (!client) throw new Error('no client')
  const traffic = {
    ...canary.USUAL,
    clients: [{ ...client, ratePerSecond: 0, load: { kind: 'loop', concurrency: 4 } as const }],
  }
  const stage = buildStage(canary.worldOf(canary.CANARY, traffic), canary.PRODUCTPAGE, traffic)
  const usual = buildStage(canary.worldOf(canary.CANARY), canary.PRODUCTPAGE, canary.USUAL)
  expect([stage.client.ratePerSecond, stage.client.atOnce]).toEqual([0, 4])
  expect(stage.lanes).toEqual(usual.lanes)
})
