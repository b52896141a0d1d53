import { expect, test } from 'vitest'
import { diffLines } from './diff-lines.ts'

const TEXT = 'a: 1\nb: 2\nc: 3\nd: 4\n'
const edit = (start: number, end: number, text: string) => ({ range: { start, end }, text })
const show = (text: string, ...edits: ReturnType<typeof edit>[]) =>
  diffLines(text, edits).map(hunk =>
    hunk.map(({ kind, text: line, line: n }) => `${{ same: ' ', removed: '-', added: '+' }[kind]}${String(n)} ${line}`),
  )

test.each([
  ['a value', [edit(8, 9, '5')], [[' 1 a: 1', '-2 b: 2', '+2 b: 5']]],
  ['a line behind another', [edit(9, 9, '\nx: 0')], [[' 1 a: 1', ' 2 b: 2', '+3 x: 0']]],
  ['a whole line goes', [edit(5, 10, '')], [[' 1 a: 1', '-2 b: 2', ' 3 c: 3']]],
  ['at the very start', [edit(0, 4, 'z: 9')], [['-1 a: 1', '+1 z: 9']]],
  ['two on one line', [edit(5, 6, 'B'), edit(8, 9, '7')], [[' 1 a: 1', '-2 b: 2', '+2 B: 7']]],
  [
    'two places: numbers after the first count it',
    [edit(4, 4, '\nx: 0'), edit(18, 19, '5')],
    [
      [' 1 a: 1', '+2 x: 0'],
      [' 3 c: 3', '-4 d: 4', '+5 d: 5'],
    ],
  ],
  ['at the end', [edit(20, 20, 'e: 5\n')], [[' 4 d: 4', '+5 e: 5']]],
])('%s', (_, edits, lines) => {
  expect(show(TEXT, ...edits)).toEqual(lines)
})
