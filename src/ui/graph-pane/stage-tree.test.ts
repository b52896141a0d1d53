import { describe, expect, test } from 'vitest'
import type { StageItem } from './stage-items.ts'
import { keyTarget, treePlaces } from './stage-tree.ts'

const item = (id: string, inside: boolean, x: number, y: number): StageItem => ({
  id,
  name: id,
  box: { x, y, width: 20, height: 20 },
  inside,
})
/** A client, a card with two rules, a card with two subsets, a hole. */
const items = [
  item('client', false, 0, 0),
  item('rules', false, 100, 0),
  item('rule 1', true, 100, 30),
  item('rule 2', true, 100, 60),
  item('subsets', false, 200, 0),
  item('v1', true, 200, 30),
  item('v2', true, 200, 58),
  item('hole', false, 200, 120),
]
const at = (id: string): StageItem => {
  const found = items.find(each => each.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('a key in the tree', () => {
  test.each([
    ['client', 'ArrowDown', 'rules'],
    ['rules', 'ArrowDown', 'rule 1'],
    ['rule 2', 'ArrowDown', 'subsets'],
    ['subsets', 'ArrowUp', 'rule 2'],
    ['client', 'ArrowUp', undefined],
    ['hole', 'ArrowDown', undefined],
    ['rules', 'ArrowRight', 'rule 1'],
    ['rule 2', 'ArrowLeft', 'rules'],
    ['v2', 'ArrowLeft', 'subsets'],
    ['v2', 'Home', 'client'],
    ['client', 'End', 'hole'],
    ['client', 'Enter', undefined],
  ] as const)('%s, %s: %s', (from, key, to) => {
    expect(keyTarget(items, at(from), key, false)?.id).toBe(to)
  })

  test.each([
    ['client', 'ArrowRight', 'rules'],
    ['rule 2', 'ArrowRight', 'v2'],
    ['rules', 'ArrowLeft', 'client'],
    ['v2', 'ArrowRight', undefined],
  ] as const)('where there is nothing within, along the traffic: %s, %s: %s', (from, key, to) => {
    expect(keyTarget(items, at(from), key, false)?.id).toBe(to)
  })

  test('upright the traffic goes down', () => {
    const upright = items.map(each => ({ ...each, box: { ...each.box, x: each.box.y, y: each.box.x } }))
    const [client, rules] = upright
    if (!client || !rules) throw new Error('both are there')
    expect(keyTarget(upright, client, 'ArrowRight', true)?.id).toBe('rules')
    expect(keyTarget(upright, rules, 'ArrowLeft', true)?.id).toBe('client')
  })
})

test('cards and holes stand beside each other, rows under their card', () => {
  const places = treePlaces(items)
  const told = items.map(({ id }) => places.get(id)).map(place => place && [place.level, place.position, place.size])
  expect(told).toEqual([
    [1, 1, 4],
    [1, 2, 4],
    [2, 1, 2],
    [2, 2, 2],
    [1, 3, 4],
    [2, 1, 2],
    [2, 2, 2],
    [1, 4, 4],
  ])
})
