import { expect, test } from 'vitest'
import { parseOptions } from './options.ts'

const KNOWN = { '--seed': 'value', '-H': 'value', '--json': 'flag' } as const

test('reads values, repeated values, flags and the rest', () => {
  const options = parseOptions(['a.yaml', '-H', 'x: 1', '--seed=7', '-', '-H', 'y: 2', '--json'], KNOWN)
  expect(options.rest).toEqual(['a.yaml', '-'])
  expect(options.all('-H')).toEqual(['x: 1', 'y: 2'])
  expect(options.get('--seed')).toBe('7')
  expect(options.has('--json')).toBe(true)
})

test.each([
  [['--what'], '--what is not an option'],
  [['--seed'], '--seed needs a value'],
  [['--json=yes'], '--json takes no value'],
])('%j is refused', (argv, message) => {
  expect(() => parseOptions(argv, KNOWN)).toThrow(message)
})

test('a missing option is named', () => {
  expect(() => parseOptions([], KNOWN).required('--seed')).toThrow('--seed is missing')
})
