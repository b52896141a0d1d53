import { describe, expect, test } from 'vitest'
import { toProxyId } from '../../core/base/ids.ts'
import type { EnvoyConfig } from '../../core/envoy/index.ts'
import { createRouter, parseRequest } from '../../core/route/index.ts'
import { simulate } from '../../core/simulate/index.ts'
import type { Load, Traffic } from '../../core/simulate/index.ts'
import { addClass, amountOf, changeAmount, changeClass, labelOf, removeClass, urlOf } from './edit-traffic.ts'
import type { Amount } from './edit-traffic.ts'

function request(url: string, method = 'GET', headers: Record<string, string> = {}) {
  const parsed = parseRequest({ url, method, headers })
  if ('error' in parsed) throw new Error(parsed.error)
  return parsed
}

const traffic: Traffic = {
  seed: 1,
  clients: [
    {
      id: 'a',
      proxy: toProxyId('sleep', 'default'),
      ratePerSecond: 50,
      classes: [{ id: 'one', label: 'one', weight: 3, request: request('http://reviews:9080/x?y=1') }],
    },
    { id: 'b', proxy: toProxyId('batch', 'default'), ratePerSecond: 10, classes: [] },
  ],
}

test.each(['http://reviews:9080/x?y=1', 'http://reviews/', 'https://shop.example.com/a', 'http://reviews:443/'])(
  '%s reads back as it was typed',
  url => {
    expect(urlOf(request(url))).toBe(url)
  },
)

test('a request is named by what tells it from others', () => {
  expect(labelOf(request('http://reviews/login'))).toBe('/login')
  expect(labelOf(request('http://reviews/login', 'POST'))).toBe('POST /login')
  expect(labelOf(request('http://reviews/', 'GET', { 'End-User': 'jason' }))).toBe('end-user = jason')
})

test('changes touch the one client and class they name', () => {
  expect(changeAmount(traffic, 'b', 20).clients.map(client => client.ratePerSecond)).toEqual([50, 20])
  const more = addClass(addClass(traffic, 'a'), 'a')
  const ids = more.clients[0]?.classes.map(one => one.id) ?? []
  expect(new Set(ids).size).toBe(3)
  const [one] = traffic.clients[0]?.classes ?? []
  if (!one) throw new Error('class one is there')
  expect(changeClass(more, 'a', { ...one, weight: 9 }).clients[0]?.classes.map(each => each.weight)).toEqual([9, 3, 3])
  expect(removeClass(more, 'a', 'one').clients[0]?.classes.map(each => each.id)).toEqual(ids.slice(1))
  expect(addClass(traffic, 'b')).toEqual(traffic)
})

/** A proxy that knows no host: it answers at once. */
const KNOWS_NOTHING: EnvoyConfig = {
  proxy: toProxyId('batch', 'default'),
  kind: 'sidecar',
  dns: new Map(),
  listeners: [],
  routeConfigs: new Map(),
  clusters: new Map(),
}

describe('how much a client sends', () => {
  const client = (load: Load | undefined): Traffic => {
    const [, last] = traffic.clients
    return { ...traffic, clients: last ? [{ ...last, ...(load && { load }) }] : [] }
  }
  const amount = (of: Traffic) => of.clients.map(amountOf)[0]
  /** How many requests leave in two seconds. */
  const sent = ({ clients, seed }: Traffic): number => {
    const [first] = clients
    if (!first) throw new Error('one client is there')
    const classes = [{ id: 'one', label: 'one', weight: 1, request: request('http://reviews:9080/') }]
    const proxy = { seed, clients: [{ ...first, classes }] }
    return simulate({ traffic: proxy, routerFor: () => createRouter(KNOWS_NOTHING) }, 2000).requests.length
  }

  test.each<[string, Load | undefined, Amount, number]>([
    ['a rate', undefined, { of: 'requests a second', value: 10, most: 1000 }, 40],
    [
      'a rate from 1 s on',
      { kind: 'rate', perSecond: 10, startMs: 1000 },
      { of: 'requests a second', value: 10, most: 1000 },
      20,
    ],
    [
      'callers',
      { kind: 'loop', concurrency: 5, pauseMs: 1000 },
      { of: 'callers, each after its answer', value: 5, most: 100 },
      40,
    ],
  ])('%s is doubled, or four times as many callers come', (_, load, before, leave) => {
    expect(amount(client(load))).toEqual(before)
    const changed = changeAmount(client(load), 'b', 20)
    expect(amount(changed)).toEqual({ ...before, value: 20 })
    expect(sent(changed)).toBe(leave)
  })

  test('all at once is not to be changed', () => {
    expect(amount(client({ kind: 'burst', size: 3 }))).toBeUndefined()
  })
})
