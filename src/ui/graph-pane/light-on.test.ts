import { describe, expect, test } from 'vitest'
import { once } from '../../core/base/once.ts'
import { layOut } from '../../layout/index.ts'
import type { Box } from '../../layout/index.ts'
import { overlaps } from '../../layout/pills.ts'
import { LESSONS } from '../../lessons/index.ts'
import { resultsAt } from '../../state/lesson/results-at.ts'
import { spotOf } from '../../state/lesson/spot-of.ts'
import { createAnswerer } from '../../worker/answer.ts'
import { lightOn } from './light-on.ts'

/** What is left for the picture of a window of 1440×900 beside a lesson and the editor. */
const PANE = { width: 672, height: 780 }

const STEPS = LESSONS.flatMap(lesson =>
  lesson.steps.map((step, i) => ({
    name: `${lesson.id}, step ${String(i + 1)}`,
    step,
    text: lesson.steps.slice(0, i).findLast(({ task }) => task)?.task?.solution ?? lesson.start,
  })),
)

describe.each(STEPS)('$name', ({ step, text }) => {
  const lit = once(() => {
    const answer = createAnswerer()({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 30_000 })
    if (answer.kind !== 'picture') throw new Error(JSON.stringify(answer))
    const { picture } = answer
    const results = resultsAt({ picture, because: '' }, 10_000)
    const stage = picture.chapters[0]?.stage
    const spot = results && spotOf(step, results, picture.traffic)
    if (!spot || !stage) throw new Error('nothing is spoken of')
    const positions = layOut(stage, { ...PANE, orientation: 'across' })
    const light = lightOn(spot, positions, PANE)
    if (!light) throw new Error('nothing is lit')
    const boxes = stage.holes.flatMap(({ id }) => [id, `${id}#label`].flatMap(one => positions.boxes.get(one) ?? []))
    return { light, boxes, positions }
  })

  test('its callout covers no hole and is in the picture', () => {
    const { light, boxes, positions } = lit()
    const { callout } = light
    if (!callout) throw new Error('no room')
    expect(boxes.filter(box => overlaps(box, callout))).toEqual([])
    expect(callout.x).toBeGreaterThanOrEqual(0)
    expect(callout.x + callout.width).toBeLessThanOrEqual(positions.size.width)
  })

  test('holes are bright', () => {
    const { light, boxes } = lit()
    for (const box of boxes) expect(light.windows.some(one => contains(one, box))).toBe(true)
  })

  test('what is bright is apart, as an even-odd path wants it', () => {
    const { light } = lit()
    for (const [i, one] of light.windows.entries())
      for (const other of light.windows.slice(i + 1)) expect(overlaps(one, other)).toBe(false)
  })
})

const contains = (a: Box, b: Box): boolean =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height
