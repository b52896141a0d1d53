import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../core/base/text-range.ts'
import { lineBreakOf, replacedSpan } from './replaced-span.ts'

test.each([
  { before: 'weight: 90', after: 'weight: 10', start: 8, end: 9, text: '1' },
  { before: 'a\nc\n', after: 'a\nb\nc\n', start: 2, end: 2, text: 'b\n' },
  { before: 'aaa', after: 'aa', start: 2, end: 3, text: '' },
  { before: 'same', after: 'same', start: 4, end: 4, text: '' },
  { before: 'a\r\nb', after: 'a\rb', start: 1, end: 3, text: '\r' },
  { before: 'x😀y', after: 'x😁y', start: 1, end: 3, text: '😁' },
])('$before → $after', ({ before, after, start, end, text }) => {
  expect(replacedSpan(before, after)).toEqual({ range: { start, end }, text })
})

test('the edit always makes one text out of the other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '\ud83d', '\ude00'), maxLength: 12 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applyEdits(before, [replacedSpan(before, after)])).toBe(after)
    }),
  )
})

test.each([
  { text: 'a\r\nb\r\nc\n', lineBreak: '\r\n' },
  { text: 'a\r\nb\nc\n', lineBreak: '\n' },
  { text: 'no break', lineBreak: '\n' },
])('most lines of $text end with $lineBreak', ({ text, lineBreak }) => {
  expect(lineBreakOf(text)).toBe(lineBreak)
})
