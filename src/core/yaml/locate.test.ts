import { describe, expect, test } from 'vitest'
import type { Path } from '../base/origin.ts'
import { lineOf, nodeAt, rangeOf, valueRangeOf } from './locate.ts'
import { createYamlParser } from './yaml-parser.ts'

const text = `kind: First
---
spec:
  hosts: # who
    - reviews

    - ratings   # last
  http:
    - route: [{ weight: 10 }, { weight: 90 }]
  note: |
    two
    lines

  base: &base { x: 1 }
  copy: *base
  merged: { <<: *base }
`
const parsed = createYamlParser().parse(text)
const documentId = parsed.documents[1]?.id ?? parsed.documents[0]?.id
const origin = (...path: Path) => {
  if (documentId === undefined) throw new Error('the text has documents')
  return { documentId, path }
}
const slice = (range: { start: number; end: number } | undefined) => range && text.slice(range.start, range.end)

describe('rangeOf', () => {
  test.each<[Path, string]>([
    [['spec', 'hosts', 1], 'ratings'],
    [['spec', 'hosts'], 'hosts: # who\n    - reviews\n\n    - ratings'],
    [['spec', 'http', 0, 'route', 1, 'weight'], 'weight: 90'],
    [['spec', 'http', 0, 'route', 0], '{ weight: 10 }'],
    [['spec', 'note'], 'note: |\n    two\n    lines'],
    [['spec', 'copy'], 'copy: *base'],
    [['spec', 'hosts', 7, 'x'], 'hosts: # who\n    - reviews\n\n    - ratings'],
    [['spec', 'merged', 'x'], 'x: 1'],
  ])('%j', (path, expected) => {
    expect(slice(rangeOf(parsed, origin(...path)))).toBe(expected)
  })

  test('a range in the origin wins', () => {
    expect(slice(rangeOf(parsed, { ...origin('spec'), range: { start: 4, end: 8 } }))).toBe('spec')
  })

  test('a document that is gone has none', () => {
    const gone = createYamlParser().parse('a: 1\n---\nb: 1\n---\nc: 1\n').documents[2]
    expect(gone && rangeOf(parsed, { documentId: gone.id, path: [] })).toBeUndefined()
  })
})

test('valueRangeOf leaves out the key', () => {
  expect(slice(valueRangeOf(parsed, origin('spec', 'http', 0, 'route', 0, 'weight')))).toBe('10')
})

test('nodeAt finds values and nothing where there is none', () => {
  const document = parsed.documents[1]
  expect(document && nodeAt(document, ['spec', 'hosts', 0])).toMatchObject({ value: 'reviews' })
  expect(document && nodeAt(document, ['spec', 'copy', 'x'])).toMatchObject({ value: 1 })
  expect(document && nodeAt(document, ['spec', 'nothing'])).toBeUndefined()
})

test.each([
  [0, 1],
  [11, 1],
  [12, 2],
  [text.length, 17],
])('offset %i is on line %i', (offset, line) => {
  expect(lineOf(text, offset)).toBe(line)
})
