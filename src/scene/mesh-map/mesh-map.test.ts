import { describe, expect, test } from 'vitest'
import { toProxyId } from '../../core/base/ids.ts'
import type { Client } from '../../core/simulate/index.ts'
import * as canary from '../testing/canary.ts'
import { classOf, request } from '../testing/canary.ts'
import { mapView } from './map-view.ts'
import type { MeshMap } from './mesh-map.ts'
import { meshMapOf } from './mesh-map-of.ts'

const client = (name: string, ratePerSecond: number, ...hosts: readonly string[]): Client => ({
  id: name,
  proxy: toProxyId(name, 'default'),
  ratePerSecond,
  classes: hosts.map(host => classOf(host, 1, request('/', {}, host))),
})

const round = (map: MeshMap) => ({
  calls: map.calls.map(({ from, to, ratePerSecond, lostPerSecond }) => [
    `${from} > ${to}`,
    Math.round(ratePerSecond * 10) / 10,
    Math.round(lostPerSecond * 10) / 10,
  ]),
  holes: map.holes.map(({ at, to, label, ratePerSecond, share }) => [
    `${at} > ${to ?? ''}: ${label}`,
    Math.round(ratePerSecond * 10) / 10,
    Math.round(share * 1000) / 1000,
  ]),
})

describe('who calls whom', () => {
  const text =
    canary.BROKEN +
    canary.service('ratings') +
    canary.deployment('ratings-v1', 'v1', 1, 'ratings') +
    canary.service('productpage')
  const traffic = {
    seed: 1,
    clients: [client('productpage', 50, 'reviews'), client('reviews-v1', 20, 'ratings', 'nowhere')],
  }
  const map = meshMapOf(canary.worldOf(text), traffic)

  test('requests go from the service of the caller to the service meant, the lost ones too', () => {
    // Of 50 per second 40 % are meant for v3, which nobody defines; of 20 half go to a host without an address.
    expect(round(map)).toEqual({
      calls: [
        ['default/productpage > default/reviews', 50, 20],
        ['default/reviews > default/ratings', 10, 0],
      ],
      holes: [
        ['default/productpage > default/reviews: 503 NC', 20, 0.4],
        ['default/reviews > : no address for nowhere', 10, 0.5],
      ],
    })
  })

  test('of callers that no Scenario names traffic is assumed, and so are their calls', () => {
    const world = { ...canary.worldOf(text), traffic }
    const { assumed, nodes, calls } = meshMapOf(world, traffic)
    expect(assumed).toEqual({ because: 'Nothing in the text says what it sends.', writable: true })
    expect(nodes.filter(node => node.assumesTraffic).map(({ name }) => name)).toEqual(['productpage', 'reviews'])
    expect(calls.map(call => call.assumed)).toEqual([true, true])
    // The user's own.
    expect(map.assumed).toBeUndefined()
    expect(map.calls.map(call => call.assumed)).toEqual([undefined, undefined])
  })

  test('a caller that goes by its answers has its shares, and no rate', () => {
    const { clients } = traffic
    const loop = { ...clients[0], ratePerSecond: 0, load: { kind: 'loop', concurrency: 4, count: 100 } } as Client
    const own = meshMapOf(canary.worldOf(text), { ...traffic, clients: [loop, ...clients.slice(1)] })
    const [call] = own.calls
    expect([call?.from, call?.to, call?.ratePerSecond, call?.lostPerSecond, call?.share]).toEqual([
      'default/productpage',
      'default/reviews',
      0,
      0,
      1,
    ])
    expect(own.holes[0]).toMatchObject({ label: '503 NC', ratePerSecond: 0, share: expect.closeTo(0.4, 9) as number })
    expect(own.nodes.filter(({ unrated }) => unrated).map(({ id }) => id)).toEqual(['default/productpage'])
    // Beside one that has a rate, shares are of that.
    const both = meshMapOf(canary.worldOf(text), { ...traffic, clients: [loop, ...clients] })
    expect(round(both)).toEqual(round(map))
  })

  test('a service has what reaches it, one that nobody calls what it sends; and its rules', () => {
    // Of the 50 per second for reviews 20 die before.
    expect(map.nodes.map(node => [node.id, node.ratePerSecond, node.rules, node.proxy])).toEqual([
      ['default/productpage', 50, 0, 'productpage.default'],
      ['default/ratings', 10, 0, undefined],
      ['default/reviews', 30, 3, 'reviews-v1.default'],
    ])
  })
})

test('a call knows what decides it: rule, condition, destination and its weight, and what is lost there', () => {
  // A fifth of 50 are jason's and have a rule of their own; the rest is split 60 to 40.
  const text = canary.BROKEN + canary.service('productpage')
  const traffic = canary.USUAL
  const { calls } = meshMapOf(canary.worldOf(text), traffic)
  expect(calls.map(call => [call.from, call.to, call.share])).toEqual([['default/productpage', 'default/reviews', 1]])
  const ways = calls[0]?.ways.map(each => ({ ...each, ratePerSecond: Math.round(each.ratePerSecond * 10) / 10 }))
  const card = 'rules:reviews.default.svc.cluster.local'
  const canaryWay = { card, rule: 'canary of reviews', condition: 'everyone else' }
  expect(ways).toEqual([
    { ...canaryWay, to: 'v1', weight: 60, ratePerSecond: 24, loss: undefined },
    { ...canaryWay, to: 'v3', weight: 40, ratePerSecond: 16, loss: '503 NC' },
    {
      card,
      rule: 'test-users of reviews',
      condition: 'end-user = jason',
      to: 'v2',
      weight: undefined,
      ratePerSecond: 10,
      loss: undefined,
    },
  ])
})

/** Ten namespaces of 50, each with a chain through all its services; the last of one loses a tenth. */
const many: MeshMap = {
  nodes: Array.from({ length: 500 }, (_, i) => ({
    id: `n${String(i % 10)}/s${String(i)}`,
    name: `s${String(i)}`,
    group: `n${String(i % 10)}`,
    ratePerSecond: 100,
    rules: 1,
  })),
  calls: Array.from({ length: 499 }, (_, i) => ({
    from: `n${String(i % 10)}/s${String(i)}`,
    to: `n${String((i + 1) % 10)}/s${String(i + 1)}`,
    ratePerSecond: 10,
    lostPerSecond: i === 104 ? 1 : 0,
    share: 1,
    ways: [],
  })),
  holes: [{ id: 'x', at: 'n4/s104', to: 'n5/s105', label: '503 UH', outcome: 'nobody', ratePerSecond: 1, share: 0.1 }],
  hidden: 0,
  unasked: 0,
}

describe('of 500 services', () => {
  test('all of it: a node each namespace, with what comes to it, and the holes of its callers', () => {
    const view = mapView(many, undefined)
    expect(view.nodes.map(({ id, members, rules }) => [id, members, rules])).toEqual(
      Array.from({ length: 10 }, (_, i) => [`n${String(i)}`, 50, 50]),
    )
    expect(view.calls.length).toBe(10)
    expect(view.calls.find(({ from }) => from === 'n4')).toEqual({
      from: 'n4',
      to: 'n5',
      ratePerSecond: 500,
      lostPerSecond: 1,
      share: 1,
      ways: [],
    })
    // 50 callers of 10 per second each.
    expect(view.holes.map(({ at, to, share }) => [at, to, share])).toEqual([['n4', 'n5', 1 / 500]])
  })

  test('a namespace: its own services, those that lose first among them, at most 40 nodes; the rest is counted', () => {
    const view = mapView(many, { kind: 'group', id: 'n4' })
    expect(view.nodes.length).toBe(40)
    // 50 services of its own, and the two namespaces before and after it.
    expect(view.hidden).toBe(12)
    expect(view.nodes.map(({ id }) => id)).toContain('n4/s104')
  })

  test('a service: who calls it and whom it calls', () => {
    const view = mapView(many, { kind: 'node', id: 'n5/s105' })
    expect(view.nodes.map(({ id }) => id)).toEqual(['n4/s104', 'n5/s105', 'n6/s106'])
    expect(view.holes.map(({ at }) => at)).toEqual(['n4/s104'])
    expect(view.hidden).toBe(0)
  })
})
