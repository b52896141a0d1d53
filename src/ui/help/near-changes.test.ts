import { expect, test } from 'vitest'
import { readExample } from '../../help/index.ts'
import { nearChanges } from './near-changes.ts'

const brief = (example: string, context: number) =>
  nearChanges(readExample(example).lines, context).map(line => (line.kind === 'gap' ? line.count : line.text))

test('lines around a change are kept, the others are counted', () => {
  expect(brief(' a\n b\n c\n-d\n+e\n f\n g\n', 1)).toEqual([2, 'c', 'd', 'e', 'f', 1])
  expect(brief('-a\n b\n c\n d\n+e\n', 1)).toEqual(['a', 'b', 1, 'd', 'e'])
  expect(brief('-a\n b\n+c\n', 1)).toEqual(['a', 'b', 'c'])
})
