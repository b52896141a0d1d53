import { describe, expect, test } from 'vitest'
import type { Path } from '../base/origin.ts'
import { applyEdits } from '../base/text-range.ts'
import { appendDocument } from './edit-documents.ts'
import { insertListItem, setScalar } from './edit-values.ts'
import { createYamlParser } from './yaml-parser.ts'

function at(text: string, path: Path) {
  const parsed = createYamlParser().parse(text)
  const document = parsed.documents.at(-1)
  if (!document) throw new Error('the text has documents')
  return { parsed, origin: { documentId: document.id, path } }
}

describe('appendDocument', () => {
  test.each([
    ['', 'a: 1\n'],
    ['x: 1', 'x: 1\n---\na: 1\n'],
    ['x: 1\n', 'x: 1\n---\na: 1\n'],
    ['x: 1\n---\n', 'x: 1\n---\na: 1\n'],
    ['# note', '# note\n---\na: 1\n'],
  ])('to %j', (text, expected) => {
    expect(applyEdits(text, [appendDocument(text, 'a: 1')])).toBe(expected)
  })
})

describe('insertListItem', () => {
  test.each([
    ['k:\n- a # why\nz: 1\n', 'k:\n- a # why\n- name: v3\n  labels: {}\nz: 1\n'],
    ['k:\n    - a:\n        b: 1\n\nz: 1\n', 'k:\n    - a:\n        b: 1\n    - name: v3\n      labels: {}\n\nz: 1\n'],
    ['k:\n  - a', 'k:\n  - a\n  - name: v3\n    labels: {}'],
    ['k: # none\nz: 1\n', 'k: # none\n- name: v3\n  labels: {}\nz: 1\n'],
    ['x: 1\n---\nk:\r\n- a\r\n', 'x: 1\n---\nk:\r\n- a\r\n- name: v3\r\n  labels: {}\r\n'],
  ])('into %j', (text, expected) => {
    const { parsed, origin } = at(text, ['k'])
    const edit = insertListItem(parsed, origin, 'name: v3\nlabels: {}\n')
    expect(edit && applyEdits(text, [edit])).toBe(expected)
  })

  test.each([
    ['k: [a, b] # c', 'k: [a, b, x] # c'],
    ['k: []', 'k: [x]'],
  ])('one line into %j', (text, expected) => {
    const { parsed, origin } = at(text, ['k'])
    const edit = insertListItem(parsed, origin, 'x')
    expect(edit && applyEdits(text, [edit])).toBe(expected)
  })

  test.each(['k: {}', 'k: text', 'l: &l [a]\nk: *l', 'x: 1'])('not into %j', text => {
    const { parsed, origin } = at(text, ['k'])
    expect(insertListItem(parsed, origin, 'x')).toBeUndefined()
  })
})

test.each([
  ['k:\n- a # why\nz: 1\n', 'k:\n- a # why\n- x\n- y\nz: 1\n'],
  ['k: [a]', 'k: [a, x, y]'],
  ['k:', 'k:\n- x\n- y'],
])('insertListItem: two into %j', (text, expected) => {
  const { parsed, origin } = at(text, ['k'])
  const edit = insertListItem(parsed, origin, 'x', 'y')
  expect(edit && applyEdits(text, [edit])).toBe(expected)
})

describe('setScalar', () => {
  test.each<[string, string | number | boolean, string]>([
    ['k: old # c', 'new', 'k: new # c'],
    ['k: "old"', 'new', 'k: "new"'],
    ["k: 'old'", "it's", "k: 'it''s'"],
    ['k: old', 'on', 'k: "on"'],
    ['k: old', '12', 'k: "12"'],
    ['k: 12s', '8.5s', 'k: 8.5s'],
    ['k: 12%', '50%', 'k: 50%'],
    ['k: old', 12, 'k: 12'],
    ['k:', 'new', 'k: new'],
    ['k:\nz: 1', true, 'k: true\nz: 1'],
    ['k: |\n  a\n  b\nz: 1', 'a: b', 'k: "a: b"\nz: 1'],
  ])('%j to %j', (text, value, expected) => {
    const { parsed, origin } = at(text, ['k'])
    const edit = setScalar(parsed, origin, value)
    expect(edit && applyEdits(text, [edit])).toBe(expected)
  })

  test.each(['k: [a]', 'a: &a x\nk: *a', 'a: &a {k: 1}\nb: {<<: *a}'])('not in %j', text => {
    const { parsed } = at(text, [])
    const path = text.includes('<<') ? ['b', 'k'] : ['k']
    const { origin } = at(text, path)
    expect(setScalar(parsed, { ...origin, path }, 'new')).toBeUndefined()
  })
})
