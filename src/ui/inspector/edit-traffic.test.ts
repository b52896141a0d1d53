import { expect, test } from 'vitest'
import { toProxyId } from '../../core/base/ids.ts'
import { parseRequest } from '../../core/route/index.ts'
import type { Traffic } from '../../core/simulate/index.ts'
import { addClass, changeClass, changeRate, labelOf, removeClass, urlOf } from './edit-traffic.ts'

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
  expect(changeRate(traffic, 'b', 20).clients.map(client => client.ratePerSecond)).toEqual([50, 20])
  const more = addClass(addClass(traffic, 'a'), 'a')
  const ids = more.clients[0]?.classes.map(one => one.id) ?? []
  expect(new Set(ids).size).toBe(3)
  const [one] = traffic.clients[0]?.classes ?? []
  if (!one) throw new Error('class one is there')
  expect(changeClass(more, 'a', { ...one, weight: 9 }).clients[0]?.classes.map(each => each.weight)).toEqual([9, 3, 3])
  expect(removeClass(more, 'a', 'one').clients[0]?.classes.map(each => each.id)).toEqual(ids.slice(1))
  expect(addClass(traffic, 'b')).toEqual(traffic)
})
