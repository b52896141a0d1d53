import { expect, test } from 'vitest'
import type { MeshMap } from '../../scene/index.ts'
import { headlineOfMap, rateText, shareText, wayWords } from './map-words.ts'

const EMPTY: MeshMap = { nodes: [], calls: [], holes: [], hidden: 0, unasked: 0 }
const node = (name: string) => ({ id: `shop/${name}`, name, group: 'shop', ratePerSecond: 1, rules: 0 })

test('rates are whole from ten on, shares are never 0 or all of what is neither', () => {
  expect([9.99999999, 0.25, 1234.4, 10].map(rateText)).toEqual(['10/s', '0.3/s', '1,234/s', '10/s'])
  expect([0.3, 0.0001, 0.99999, 1, 0].map(shareText)).toEqual(['30 %', '< 0.1 %', '> 99.9 %', '100 %', '0 %'])
  expect(shareText(0.7 + 0.2 + 0.1)).toBe('100 %')
})

test('the sentence counts who loses, and names the greatest loss', () => {
  const hole = { id: 'a', at: 'shop/web', to: 'shop/cart', label: '503 NC', outcome: 'nowhere', share: 0.3 } as const
  const call = { from: 'shop/web', to: 'shop/cart', ratePerSecond: 10, lostPerSecond: 3, share: 1, ways: [] }
  const map = { ...EMPTY, nodes: [node('web'), node('cart')], calls: [call] }
  expect(headlineOfMap({ ...map, holes: [{ ...hole, ratePerSecond: 3 }] })).toEqual({
    title: '1 of 2 services loses requests',
    detail: 'web to cart: 503 NC, 30 % of what web sends.',
  })
  expect(headlineOfMap(map).title).toBe('No request between 2 services is lost by configuration')
  expect(headlineOfMap({ ...map, calls: [], unasked: 3 }).detail).toMatch(/3 callers more are not looked at\.$/)
})

test('what decides: the rule, what it asks for, and the weight where there are several destinations', () => {
  const way = { card: undefined, rule: 'rule 2 of reviews', ratePerSecond: 1, loss: undefined }
  expect(wayWords({ ...way, condition: 'end-user = jason', to: 'v2', weight: undefined })).toBe(
    'rule 2 of reviews, end-user = jason: v2',
  )
  expect(wayWords({ ...way, condition: 'no conditions', to: 'v1', weight: 60 })).toBe(
    'rule 2 of reviews: v1, weight 60',
  )
  expect(wayWords({ ...way, rule: 'no route', condition: '', to: '', weight: undefined })).toBe('no route')
})
