import { expect, test } from 'vitest'
import type { Lane } from '../scene/index.ts'
import { fanOut } from './fan.ts'

const lanesTo = (count: number): readonly Lane[] =>
  Array.from({ length: count }, (_, i): Lane => ({
    id: `in ${String(i)}`,
    kind: 'in',
    from: 'client',
    to: String(i),
    share: 1 / count,
    setShare: undefined,
    tone: 'ok',
    origin: undefined,
  }))

test('lanes lie side by side in the order of their ends, thick as they are', () => {
  // Of 28 each takes 14.
  const fan = fanOut(lanesTo(2), Number)
  expect([fan.start('in 0'), fan.start('in 1')]).toEqual([-7, 7])
})

test('five hundred lanes of a client leave it within the height of its port', () => {
  const lanes = lanesTo(500)
  const fan = fanOut(lanes, Number)
  const starts = lanes.map(({ id }) => fan.start(id))
  expect(Math.max(...starts) - Math.min(...starts)).toBeLessThanOrEqual(36)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
})
