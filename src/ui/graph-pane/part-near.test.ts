import { expect, test } from 'vitest'
import { once } from '../../core/base/once.ts'
import { createPipeline } from '../../core/pipeline/index.ts'
import { layOut } from '../../layout/index.ts'
import { buildStage } from '../../scene/index.ts'
import { manyHosts } from '../../cli/bench/texts.ts'
import { isLarge, nearTo, partNear } from './part-near.ts'

const SIZE = { width: 1000, height: 700 }

const largeStage = once(() => {
  const world = createPipeline().run(manyHosts(80))
  const proxy = world.callers[0]!
  const stage = buildStage(world, proxy, world.traffic)
  const positions = layOut(stage, { ...SIZE, orientation: 'across', podView: false })
  return { stage, positions }
})

test('of a large stage all cards that reach into the window are drawn, and few others', () => {
  const { stage, positions } = largeStage()
  expect(isLarge(stage)).toBe(true)
  for (const y of [0, 3000, 9000]) {
    const window = { x: 0, y, width: 2000, height: 700 }
    const near = nearTo(undefined, { x: 0, y: -y, k: 1 }, SIZE)
    const drawn = new Set(partNear(stage, positions, near, undefined).rules.map(({ id }) => id))
    const boxes = stage.rules.map(({ id }) => ({ id, box: positions.boxes.get(id)! }))
    const seen = boxes.filter(({ box }) => box.y < y + window.height && box.y + box.height > y)
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.filter(({ id }) => !drawn.has(id))).toEqual([])
    expect(drawn.size).toBeLessThan(30)
  }
})

test('lanes are drawn that cross the window though they begin and end far from it', () => {
  const { stage, positions } = largeStage()
  const farthest = stage.lanes.findLast(({ kind }) => kind === 'in')!
  const near = { x: -1000, y: 2000, width: 3000, height: 100 }
  expect(partNear(stage, positions, near, undefined).lanes).toContain(farthest)
})

test('what is kept stays drawn wherever it is', () => {
  const { stage, positions } = largeStage()
  const last = stage.rules.at(-1)!
  const near = nearTo(undefined, { x: 0, y: 0, k: 1 }, SIZE)
  expect(partNear(stage, positions, near, undefined).rules).not.toContain(last)
  expect(partNear(stage, positions, near, last.id).rules).toContain(last)
  expect(partNear(stage, positions, near, last.rows[0]!.id).rules).toContain(last)
})

test('the part stays while the window moves inside it, and is another one beyond it or far closer', () => {
  const first = nearTo(undefined, { x: 0, y: 0, k: 1 }, SIZE)
  expect(nearTo(first, { x: 0, y: -600, k: 1 }, SIZE)).toBe(first)
  expect(nearTo(first, { x: 0, y: -800, k: 1 }, SIZE)).not.toBe(first)
  expect(nearTo(first, { x: 0, y: 0, k: 3 }, SIZE)).not.toBe(first)
})
