import { expect, test } from 'vitest'
import { createPipeline } from '../../core/pipeline/index.ts'
import { reviewsCanary } from '../../scenarios/reviews-canary.ts'
import { buildStage } from '../../scene/index.ts'
import type { Course } from '../../scene/index.ts'
import { marksBy } from './marks-by.ts'

test('each rule gets its mark as the followed request passes it, and the last ones none before it is taken', () => {
  const world = createPipeline({}, { nowMs: 0 }).run(reviewsCanary.text)
  const [proxy] = world.callers
  if (proxy === undefined) throw new Error('nobody calls')
  const stage = buildStage(world, proxy, world.traffic)
  const [first, second, third] = stage.rules[0]?.rows ?? []
  const spine = stage.lanes.find(({ kind, to }) => kind === 'spine' && second?.legs.some(({ id }) => id === to))
  if (!first || !second || !third || !spine) throw new Error('no rules')
  // In the sidecar after 300 ms; two rules take 90 each.
  const steps = [
    { kind: 'travel', laneId: 'in', startMs: 0, endMs: 300 },
    { kind: 'travel', laneId: spine.id, startMs: 300, endMs: 480 },
  ]
  const focus = {
    course: { steps } as unknown as Course,
    marks: new Map([
      [first.id, 'skipped'],
      [second.id, 'matched'],
    ] as const),
  }
  const at = (ms: number) => [first, second, third].map(({ id }) => marksBy(stage, focus, ms).get(id))
  expect(at(0)).toEqual(['ahead', 'ahead', 'ahead'])
  expect(at(389)).toEqual(['ahead', 'ahead', 'ahead'])
  expect(at(390)).toEqual(['skipped', 'ahead', 'ahead'])
  expect(at(479)).toEqual(['skipped', 'ahead', 'ahead'])
  expect(at(480)).toEqual(['skipped', 'matched', undefined])
})
