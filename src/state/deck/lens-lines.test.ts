import { expect, test } from 'vitest'
import { lensLines } from './lens-lines.ts'

const TEXT = 'spec:\n  http:\n  - name: a\n    route:\n    - weight: 90\n    - weight: 10\n'
const rangeOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })

test('whole lines without the indent that all of them have; marked ones are', () => {
  const lines = lensLines(TEXT, { start: TEXT.indexOf('route'), end: TEXT.length - 1 }, [rangeOf('weight: 10')])
  expect(lines).toEqual([
    { number: 4, text: 'route:', marked: false },
    { number: 5, text: '- weight: 90', marked: false },
    { number: 6, text: '- weight: 10', marked: true },
  ])
})

test('of many lines those around the first marked one', () => {
  const long = Array.from({ length: 30 }, (_, i) => `line${String(i + 1)}:`).join('\n')
  const at = long.indexOf('line20:')
  const lines = lensLines(long, { start: 0, end: long.length }, [{ start: at, end: at + 3 }])
  expect(lines.map(({ number }) => number)).toEqual([18, 19, 20, 21, 22, 23, 24, 25, 26, 27])
  expect(lines.filter(({ marked }) => marked).map(({ number }) => number)).toEqual([20])
})

test('no lines, no lens; breaks of Windows count as breaks', () => {
  expect(lensLines(TEXT, undefined, [])).toEqual([])
  expect(lensLines('a: 1\r\nb: 2\r\n', { start: 6, end: 10 }, []).map(({ text }) => text)).toEqual(['b: 2'])
})
