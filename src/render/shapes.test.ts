import { expect, test } from 'vitest'
import { OUTCOMES, shapeOf } from '../scene/index.ts'
import { FORMS, shapePathData, traceShape } from './shapes.ts'
import { recordingSurface } from './testing/recording-surface.ts'

test('every outcome has a shape of its own', () => {
  const outlines = OUTCOMES.map(outcome => shapePathData(shapeOf(outcome), 4))
  expect(new Set(outlines).size).toBe(OUTCOMES.length)
})

test('path data scale with the radius', () => {
  expect(shapePathData('diamond', 10)).toBe('M0 -13L13 0L0 13L-13 0Z')
  expect(shapePathData('cross', 10)).toBe('M-9.5 -9.5L9.5 9.5M9.5 -9.5L-9.5 9.5')
  expect(shapePathData('circle', 3)).toBe('M-3 0A3 3 0 1 1 3 0A3 3 0 1 1 -3 0Z')
})

test('canvas and SVG draw the same points', () => {
  const { surface, painted } = recordingSurface()
  for (const [shape, form] of Object.entries(FORMS) as [keyof typeof FORMS, (typeof FORMS)['circle']][]) {
    if (form.kind !== 'polygon') continue
    surface.beginPath()
    traceShape(surface, shape, 0, 0, 4)
    surface.fill()
    const points = painted
      .at(-1)
      ?.path.filter(each => each !== 'close')
      .map(each => each.replace(/^\w+ /, ''))
    expect(`M${points?.join('L')}Z`).toBe(shapePathData(shape, 4))
  }
  expect(painted).toHaveLength(5)
})
