import { expect, test } from 'vitest'
import { axisLabels } from './axis-labels.ts'

const indices = (words: readonly string[], step: number, width: number) =>
  axisLabels(words, step, width).map(({ index }) => index)

// Six letters of 6.6 px are 39.6 px wide, five 33 px; 8 px are kept free between two.
test('labels with room all stand', () => {
  expect(indices(['50 ms', '70 ms', '100 ms'], 60, 300)).toEqual([0, 1, 2])
})

test('one that would touch the last one gives way to it', () => {
  // At the edge `100 ms` ends at 96: from 56.4 on. `70 ms` at 48 would end at 64.5.
  expect(axisLabels(['50 ms', '70 ms', '100 ms'], 48, 96)).toEqual([
    { index: 0, x: 0, anchor: 'start' },
    { index: 2, x: 96, anchor: 'end' },
  ])
})

test('of many close ones as many as fit', () => {
  // 20 px apart: 0 to 33, then from 41 on: the third is at 60, 43.5 to 76.5; the next from 84.5 on is at 120.
  expect(indices(['20 ms', '30 ms', '50 ms', '70 ms', '80 ms', '90 ms', '95 ms'], 20, 400)).toEqual([0, 3, 6])
})
