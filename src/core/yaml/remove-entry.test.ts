import { expect, test } from 'vitest'
import { applyEdits } from '../base/text-range.ts'
import type { Path } from '../base/origin.ts'
import { createYamlParser } from './yaml-parser.ts'
import { removeEntry } from './remove-entry.ts'

function without(text: string, ...path: Path): string | undefined {
  const parsed = createYamlParser().parse(text)
  const [document] = parsed.documents
  const edit = document && removeEntry(parsed, { documentId: document.id, path })
  return edit && applyEdits(text, [edit])
}

test.each<[name: string, text: string, path: Path, left: string | undefined]>([
  ['a line', 'a: 1\nb: 2 # why\nc: 3\n', ['b'], 'a: 1\nc: 3\n'],
  ['several lines', 'a: 1\nb:\n  x: 1\n  y: [2]\nc: 3\n', ['b'], 'a: 1\nc: 3\n'],
  ['the last line, without a break behind it', 'a: 1\nb: 2', ['b'], 'a: 1\n'],
  ['the first key of an item', 'l:\n- a: 1\n  b: 2\n', ['l', 0, 'a'], 'l:\n- b: 2\n'],
  ['a block that is the first key of an item', 'l:\n  - a:\n      x: 1\n    b: 2\n', ['l', 0, 'a'], 'l:\n  - b: 2\n'],
  ['the first in braces', 'm: { a: 1, b: 2 }\n', ['m', 'a'], 'm: { b: 2 }\n'],
  ['the last in braces', 'm: { a: 1, b: { c: 2 } }\n', ['m', 'b'], 'm: { a: 1 }\n'],
  ['another comment stays', 'a: 1\n# of c\nc: 3\n', ['a'], '# of c\nc: 3\n'],
  ['the only key: nothing', 'm:\n  a: 1\n', ['m', 'a'], undefined],
  ['no such key: nothing', 'a: 1\nb: 2\n', ['c'], undefined],
  ['a comment between it and the next: nothing', 'l:\n- a: 1\n  # of b\n  b: 2\n', ['l', 0, 'a'], undefined],
  ['merged in: nothing', 'd: &d { a: 1, b: 2 }\nm:\n  <<: *d\n  c: 3\n', ['m', 'a'], undefined],
])('%s', (_, text, path, left) => {
  expect(without(text, ...path)).toBe(left)
})
