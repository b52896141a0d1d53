import { expect, test } from 'vitest'
import { createPipeline } from '../../core/pipeline/index.ts'
import { reviewsCanary } from '../../scenarios/reviews-canary.ts'
import { buildStage } from '../../scene/index.ts'
import type { Course } from '../../scene/index.ts'
import { drawAt } from './draw-at.ts'

test('a destination is drawn as the request reaches the fork, of the rule that it leaves at', () => {
  const world = createPipeline({}, { nowMs: 0 }).run(reviewsCanary.text)
  const [proxy] = world.callers
  if (proxy === undefined) throw new Error('nobody calls')
  const stage = buildStage(world, proxy, world.traffic)
  const canary = stage.rules[0]?.rows[1]
  const rail = stage.lanes.find(({ kind, from }) => kind === 'rail' && from === canary?.legs[1]?.id)
  const spine = stage.lanes.find(({ kind, to }) => kind === 'spine' && to === rail?.from)
  if (!canary || !rail || !spine) throw new Error('no second destination')
  const run = [
    { kind: 'travel', laneId: 'in', startMs: 0, endMs: 300 },
    { kind: 'travel', laneId: spine.id, startMs: 300, endMs: 480 },
  ]
  const course = {
    steps: [...run, { kind: 'travel', laneId: rail.id, startMs: 480, endMs: 700 }],
  } as unknown as Course
  expect(drawAt(stage, { course }, 399)).toBeUndefined()
  expect(drawAt(stage, { course }, 400)?.id).toBe(canary.id)
  // It stays, as the marks do: a picture that stands still can be read.
  expect(drawAt(stage, { course }, 60_000)?.id).toBe(canary.id)
  // Answered at the rule: nothing is drawn.
  expect(drawAt(stage, { course: { steps: run } as unknown as Course }, 60_000)).toBeUndefined()
})
