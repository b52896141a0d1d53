import { expect, test } from 'vitest'
import { presentDocument } from './present-document.ts'

const DOCUMENTS = [
  'kind: Service',
  'spec:',
  '  ',
  '---',
  'kind: VirtualService',
  'spec:',
  '  ',
  '',
  '---',
  'kind: Gateway',
]
const LIST = [
  'apiVersion: v1',
  'items:',
  '- kind: Service',
  '  spec:',
  '    ',
  '- kind: VirtualService',
  '  spec:',
  '    hosts:',
  '    - a',
  'kind: List',
]

const shown = (lines: readonly string[], line: number): readonly (readonly [number, string])[] =>
  presentDocument(lines, line)
    .split('\n')
    .map((text, i) => [i + 1, text] as const)
    .filter(([, text]) => text.trim() !== '')

test.each([
  [
    'the first',
    3,
    [
      [1, 'kind: Service'],
      [2, 'spec:'],
    ],
  ],
  [
    'one between others, up to its last blank line',
    8,
    [
      [5, 'kind: VirtualService'],
      [6, 'spec:'],
    ],
  ],
  ['the last', 10, [[10, 'kind: Gateway']]],
])('of several documents %s, each line at its number', (_, line, expected) => {
  expect(shown(DOCUMENTS, line)).toEqual(expected)
})

test('blank lines at the end stay: the cursor may be there', () => {
  expect(presentDocument(DOCUMENTS, 7).split('\n')).toEqual(['', '', '', '', 'kind: VirtualService', 'spec:', '  ', ''])
})

test('of a List the item is a document of its own, each column kept', () => {
  expect(shown(LIST, 5)).toEqual([
    [3, '  kind: Service'],
    [4, '  spec:'],
  ])
  expect(shown(LIST, 9)).toEqual([
    [6, '  kind: VirtualService'],
    [7, '  spec:'],
    [8, '    hosts:'],
    [9, '    - a'],
  ])
})

test('beside the items, and where a field is merely called so, it is the whole document', () => {
  expect(presentDocument(LIST, 10)).toBe(LIST.join('\n'))
  const other = ['kind: Role', 'items:', '- a: 1']
  expect(presentDocument(other, 3)).toBe(other.join('\n'))
})
