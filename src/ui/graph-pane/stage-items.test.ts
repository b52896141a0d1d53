import { expect, test } from 'vitest'
import { holeName, itemTowards } from './stage-items.ts'
import type { StageItem } from './stage-items.ts'

const item = (id: string, x: number, y: number): StageItem => ({
  id,
  name: id,
  box: { x, y, width: 20, height: 20 },
  inside: false,
})
const client = item('client', 0, 0)
const rule = item('rule', 100, 0)
const next = item('next', 100, 60)
const pod = item('pod', 200, 70)
const all = [client, rule, next, pod]

test.each([
  [client, 'ArrowRight', 'rule'],
  [rule, 'ArrowDown', 'next'],
  [next, 'ArrowRight', 'pod'],
  [pod, 'ArrowLeft', 'next'],
  [next, 'ArrowUp', 'rule'],
  [client, 'ArrowLeft', undefined],
] as const)('from $0.id $1 leads to $2', (from, arrow, to) => {
  expect(itemTowards(all, from, arrow)?.id).toBe(to)
})

test('a hole is named by kind, flag, cause and numbers', () => {
  const name = holeName('nowhere', '503 NC', 'cluster not found: no subset v3', 302, 1000)
  expect(name).toBe('Hole, 503 NC, cluster not found, 302 of 1,000 requests')
})
