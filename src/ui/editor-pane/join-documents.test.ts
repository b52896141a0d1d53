import { expect, test } from 'vitest'
import { joinDocuments } from './join-documents.ts'

test.each([
  { name: 'one file stays as it is', texts: ['a: 1'], joined: 'a: 1' },
  { name: 'a mark and a missing line break come between two', texts: ['a: 1', 'b: 2\n'], joined: 'a: 1\n---\nb: 2\n' },
  { name: 'no second mark', texts: ['a: 1\n', '---\nb: 2'], joined: 'a: 1\n---\nb: 2' },
  {
    name: 'a directive keeps its place',
    texts: ['a: 1\n', '%YAML 1.2\n---\nb: 2'],
    joined: 'a: 1\n%YAML 1.2\n---\nb: 2',
  },
  { name: 'empty files and byte order marks vanish', texts: ['', '\uFEFFa: 1\n', ' \n'], joined: 'a: 1\n' },
])('$name', ({ texts, joined }) => {
  expect(joinDocuments(texts)).toBe(joined)
})
