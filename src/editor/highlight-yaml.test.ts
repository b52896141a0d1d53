import fc from 'fast-check'
import { expect, test } from 'vitest'
import { START, highlightLine } from './highlight-yaml.ts'
import type { LineState } from './highlight-yaml.ts'

/** `k:apiVersion p:: v:v1`: each token but spaces, as the first letter of its kind and its text. */
function show(line: string, state: LineState = START): string {
  const { tokens } = highlightLine(line, state)
  return tokens
    .map((token, i) => ({ kind: token.kind, text: line.slice(token.start, tokens[i + 1]?.start) }))
    .filter(token => token.kind !== 'space')
    .map(token => `${token.kind.charAt(0)}:${token.text}`)
    .join(' ')
}

/** The kinds of each line of a text, spaces left out. */
function kinds(text: string): string[] {
  let state = START
  return text.split('\n').map(line => {
    const result = highlightLine(line, state)
    state = result.state
    return result.tokens.flatMap(token => (token.kind === 'space' ? [] : [token.kind])).join(' ')
  })
}

test.each([
  ['apiVersion: networking.istio.io/v1', 'k:apiVersion p:: v:networking.istio.io/v1'],
  ['    - weight: 90', 'p:- k:weight p:: n:90'],
  ['spec:', 'k:spec p::'],
  ['---', 'p:---'],
  ['--- # next', 'p:--- c:# next'],
  ['# a comment: here', 'c:# a comment: here'],
  ['host: reviews # the host', 'k:host p:: v:reviews c:# the host'],
  ['url: http://a:80/x#y', 'k:url p:: v:http://a:80/x#y'],
  ['hosts: [reviews, "b"]', 'k:hosts p:: p:[ v:reviews p:, v:"b" p:]'],
  ['end-user: { exact: jason }', 'k:end-user p:: p:{ k:exact p:: v:jason p:}'],
  ['{"weight":90}', 'p:{ k:"weight" p:: n:90 p:}'],
  ['"quoted key": \'it\'', 'k:"quoted key" p:: v:\'it\''],
  ['timeout: 1.5s', 'k:timeout p:: v:1.5s'],
  ['ratio: -0.5', 'k:ratio p:: n:-0.5'],
  ['- - 1', 'p:- p:- n:1'],
  ['}', 'v:}'],
  ['%YAML 1.2', 'c:%YAML 1.2'],
])('%s', (line, expected) => {
  expect(show(line)).toBe(expected)
})

test('a block text takes the deeper lines below it, and ends where the indent does', () => {
  expect(kinds('- note: |-\n    key: not a key\n\n    # no comment\n  next: 1')).toEqual([
    'punctuation key punctuation punctuation',
    'value',
    'value',
    'value',
    'key punctuation number',
  ])
})

test('a quoted text goes on until its quote', () => {
  expect(kinds('a: "one\n  key: two"\nb: 1')).toEqual(['key punctuation value', 'value', 'key punctuation number'])
})

test('a list in brackets goes on over lines, and a new document ends it', () => {
  expect(kinds('a: [1,\n  b,\n---\nc, d')).toEqual([
    'key punctuation punctuation number punctuation',
    'value punctuation',
    'punctuation',
    'value',
  ])
})

test('any line is covered from its start, in order, without a gap, and reading it ends', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 })), lines => {
      let state = START
      for (const line of lines.map(text => text.replaceAll('\n', ''))) {
        const result = highlightLine(line, state)
        state = result.state
        const starts = result.tokens.map(token => token.start)
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b))
        if (line.length > 0) expect(starts[0]).toBe(0)
        expect(starts.every(start => start <= line.length)).toBe(true)
      }
    }),
  )
})
