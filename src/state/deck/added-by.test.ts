import { expect, test } from 'vitest'
import { applyEdits } from '../../core/base/text-range.ts'
import { addedBy } from './added-by.ts'

const words = (text: string, edits: Parameters<typeof applyEdits>[1]) => {
  const range = addedBy(edits)
  return range && applyEdits(text, edits).slice(range.start, range.end)
}

test.each([
  ['one', [{ range: { start: 1, end: 1 }, text: '\n  x: 1\n' }], 'x: 1'],
  [
    'two, whatever their order',
    [
      { range: { start: 4, end: 5 }, text: 'Y' },
      { range: { start: 0, end: 2 }, text: 'X' },
    ],
    'X23Y',
  ],
  ['what only goes', [{ range: { start: 1, end: 3 }, text: '' }], undefined],
] as const)('what an edit adds: %s', (_, edits, expected) => {
  expect(words('012345', edits)).toBe(expected)
})
