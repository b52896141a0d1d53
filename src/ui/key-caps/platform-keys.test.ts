import { expect, test } from 'vitest'
import { capsOf } from './platform-keys.ts'

test.each([
  ['Ctrl K', ['Ctrl', 'K'], ['Command', 'K']],
  ['Ctrl Shift Z', ['Ctrl', 'Shift', 'Z'], ['Command', 'Shift', 'Z']],
  ['F8', ['F8'], ['F8']],
  ['Ctrl Space', ['Ctrl', 'Space'], ['Ctrl', 'Space']],
  ['Ctrl M', ['Ctrl', 'M'], ['Ctrl', 'Shift', 'M']],
])('%s', (keys, elsewhere, onMac) => {
  expect(capsOf(keys, false)).toEqual(elsewhere)
  expect(capsOf(keys, true)).toEqual(onMac)
})
