import { describe, expect, test } from 'vitest'
import type { Path } from '../base/origin.ts'
import { applyEdits } from '../base/text-range.ts'
import { putValue, renameKey, replaceEntry } from './put-value.ts'
import { removeItem, removeResource, removeWithEmpty } from './remove-item.ts'
import { createYamlParser } from './yaml-parser.ts'
import type { NewValue } from './write-value.ts'

function at(text: string, path: Path, document = -1) {
  const parsed = createYamlParser().parse(text)
  const found = parsed.documents.at(document)
  if (!found) throw new Error('the text has documents')
  return { parsed, origin: { documentId: found.id, path } }
}

describe('putValue', () => {
  test.each<[text: string, path: Path, value: NewValue, expected: string]>([
    ['a: 1 # c\n# d\n', ['b'], 2, 'a: 1 # c\nb: 2\n# d\n'],
    ['m:\n    a: 1\nz: 1\n', ['m', 'b'], 'x', 'm:\n    a: 1\n    b: x\nz: 1\n'],
    ['m:\r\n  a: 1\r\nz: 1\r\n', ['m', 'b'], [1], 'm:\r\n  a: 1\r\n  b:\r\n  - 1\r\nz: 1\r\n'],
    ['m: { a: 1 }', ['m', 'b', 'c'], 'on', 'm: { a: 1, b: { c: "on" } }'],
    ['m: {}', ['m', 'b'], 1, 'm: { b: 1 }'],
    ['{\n  "a": 1\n}\n', ['b'], { c: 'x' }, '{\n  "a": 1,\n  "b": { "c": "x" }\n}\n'],
    ['metadata:\n  name: x\n', ['metadata', 'labels', 'a/b'], 'c', 'metadata:\n  name: x\n  labels:\n    a/b: c\n'],
    ['l:\n- a: 1\n  b: 2\n- c: 3\n', ['l', 0, 'd'], { e: 1 }, 'l:\n- a: 1\n  b: 2\n  d:\n    e: 1\n- c: 3\n'],
    ['l:\n- a: |\n    x\n- c: 3\n', ['l', 0, 'd'], 1, 'l:\n- a: |\n    x\n  d: 1\n- c: 3\n'],
    ['m:\n  labels:\nz: 1\n', ['m', 'labels', 'a'], 'b', 'm:\n  labels: { a: b }\nz: 1\n'],
    ["m: { a: 'x' }", ['m', 'a'], 'y', "m: { a: 'y' }"],
    ['a: 1', ['b'], [{ c: 1, d: 2 }], 'a: 1\nb:\n- c: 1\n  d: 2'],
  ])('%j %j', (text, path, value, expected) => {
    const { parsed, origin } = at(text, path)
    const edit = putValue(parsed, origin, value)
    expect(edit && applyEdits(text, [edit])).toBe(expected)
  })

  test.each<[text: string, path: Path]>([
    ['a: &a { x: 1 }\nb: *a\n', ['b', 'y']],
    ['a: [1]\n', ['a', 1]],
    ['a: text\n', ['a', 'b']],
    ['a: [1]\n', ['a']],
  ])('not into %j', (text, path) => {
    const { parsed, origin } = at(text, path)
    expect(putValue(parsed, origin, 1)).toBeUndefined()
  })
})

test.each([
  ['Aa: 1 # c', 'b: 1 # c'],
  ['"Aa": 1', '"b": 1'],
  ["'Aa': 1", "'b': 1"],
  ['Aa: 1\nb: 2', undefined],
])('renameKey of %j', (text, expected) => {
  const { parsed, origin } = at(text, ['Aa'])
  const edit = renameKey(parsed, origin, 'b')
  expect(edit && applyEdits(text, [edit])).toBe(expected)
})

test.each<[text: string, index: number, expected: string | undefined]>([
  ['k:\n- a: 1\n  b: 2 # c\n- d\n', 0, 'k:\n- d\n'],
  ['k:\n- a\n# of b\n- b', 1, 'k:\n- a\n# of b\n'],
  ['k: [a, b, c]', 1, 'k: [a, c]'],
  ['k: [a, b]', 1, 'k: [a]'],
  ['k: [a]', 0, undefined],
  ['k:\n- - a\n  - b\n- c\n', 0, 'k:\n- c\n'],
])('removeItem of %j', (text, index, expected) => {
  const { parsed, origin } = at(text, ['k', index])
  const edit = removeItem(parsed, origin)
  expect(edit && applyEdits(text, [edit])).toBe(expected)
})

test('removeWithEmpty takes maps along that would be empty', () => {
  const text = 'a:\n  b:\n    c: 1\n  d: 2\n'
  const { parsed, origin } = at(text, ['a', 'b', 'c'])
  const edit = removeWithEmpty(parsed, origin, 1)
  expect(edit && applyEdits(text, [edit])).toBe('a:\n  d: 2\n')
})

test.each<[text: string, document: number, expected: string | undefined]>([
  ['a: 1\n---\nb: 2\n---\nc: 3\n', 1, 'a: 1\n---\nc: 3\n'],
  ['a: 1\n---\nb: 2\n', 0, 'b: 2\n'],
  ['a: 1\n---\nb: 2\n', 1, 'a: 1\n'],
  ['# about all\na: 1\n---\nb: 2\n', 0, undefined],
  ['a: 1\n', 0, undefined],
])('removeResource of %j', (text, document, expected) => {
  const { parsed, origin } = at(text, [], document)
  const edit = removeResource(parsed, origin)
  expect(edit && applyEdits(text, [edit])).toBe(expected)
})

test.each([
  ['m: { a: 1, b: 2 }', 'm: { c: { d: 1 }, b: 2 }'],
  ['m:\n  a: 1 # why\n  b: 2\n', 'm:\n  c:\n    d: 1 # why\n  b: 2\n'],
  ['m:\r\n  a:\r\n    x: 1\r\n  b: 2\r\n', 'm:\r\n  c:\r\n    d: 1\r\n  b: 2\r\n'],
  ['{ "m": { "a": 1 } }', '{ "m": { "c": { "d": 1 } } }'],
  ['m: { a: 1, c: 2 }', undefined],
])('replaceEntry in %j', (text, expected) => {
  const { parsed, origin } = at(text, ['m', 'a'])
  const edit = replaceEntry(parsed, origin, 'c', { d: 1 })
  expect(edit && applyEdits(text, [edit])).toBe(expected)
})
