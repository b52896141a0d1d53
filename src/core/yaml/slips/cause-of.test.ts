import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../base/text-range.ts'
import { createYamlParser } from '../index.ts'

const WHOLE = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: reviews
spec:
  hosts: [reviews]
  http:
  - name: canary
    match:
    - headers:
        end-user: { exact: "jason" }
    route:
    - destination:
        host: reviews
        subset: v1
      weight: 90
    - destination:
        host: reviews
        subset: v2
      weight: 10
`

const problemsOf = (text: string) =>
  createYamlParser()
    .parse(text)
    .documents.flatMap(({ diagnostics, start }) => diagnostics.map(each => ({ ...each, start })))

/** The first problem of a text: line, what is underlined, title, and the text after its repair. */
function told(text: string) {
  const [first] = problemsOf(text)
  const at = first?.origin.range
  if (!first || !at) return undefined
  const range = { start: first.start + at.start, end: first.start + at.end }
  return {
    line: text.slice(0, range.start).split('\n').length,
    words: text.slice(range.start, range.end),
    title: first.title,
    detail: first.detail,
    repaired: first.fix && applyEdits(text, first.fix.edits),
  }
}

/** The whole text with one place changed. */
const broken = (from: string, to: string): string => {
  const at = WHOLE.indexOf(from)
  if (at < 0) throw new Error(`no ${from}`)
  return WHOLE.slice(0, at) + to + WHOLE.slice(at + from.length)
}

test('nothing is said of the whole text', () => {
  expect(problemsOf(WHOLE)).toEqual([])
})

describe.each<[mistake: string, from: string, to: string, line: number, words: string, title: string, detail: string]>([
  ['a key without a colon', 'spec:', 'spec', 5, 'spec', 'A colon is missing after spec', 'Write “spec:”.'],
  ['a list in the same column', '  http:', '  http', 7, 'http', 'A colon is missing after http', 'Write “http:”.'],
  [
    'an item without one',
    '- destination:',
    '- destination',
    13,
    'destination',
    'A colon is missing after destination',
    'Write “destination:”.',
  ],
  [
    'a value without one',
    'host: r',
    'host r',
    14,
    'host reviews',
    'A colon is missing after host',
    'Write “host: reviews”.',
  ],
  [
    'the last line without one',
    'weight: 10',
    'weight 10',
    20,
    'weight 10',
    'A colon is missing after weight',
    'Write “weight: 10”.',
  ],
  [
    'the first line without one',
    'apiVersion:',
    'apiVersion',
    1,
    'apiVersion networking.istio.io/v1',
    'A colon is missing after apiVersion',
    'Write “apiVersion: networking.istio.io/v1”.',
  ],
  [
    'no space after a colon',
    'host: r',
    'host:r',
    14,
    'host:reviews',
    'A space is missing after the colon',
    'Write “host: reviews”.',
  ],
  [
    'no space after a dash',
    '- name',
    '-name',
    8,
    '-name: canary',
    'A space is missing after the dash',
    'Write “- name: canary”.',
  ],
  [
    'an open double quote',
    '"jason"',
    '"jason',
    11,
    '"jason }',
    'A closing double quote is missing',
    'All that follows is read as part of this value.',
  ],
  [
    'an open bracket',
    '[reviews]',
    '[reviews',
    6,
    '[reviews',
    'A closing ] is missing',
    '[ opens here and nothing closes it.',
  ],
  [
    'an open brace',
    '"jason" }',
    '"jason"',
    11,
    '{ exact: "jason"',
    'A closing } is missing',
    '{ opens here and nothing closes it.',
  ],
  ['a bracket too much', '[reviews]', '[reviews]]', 6, ']', 'This ] closes nothing', 'No [ stands open before it.'],
])('%s', (_, from, to, line, words, title, detail) => {
  test('is named at its place, and its repair gives the text back', () => {
    expect(told(broken(from, to))).toEqual({ line, words, title, detail, repaired: expect.any(String) as string })
    const spaced = (text: string | undefined) => text?.replace(/"jason"\s*}/, '"jason" }')
    expect(spaced(told(broken(from, to))?.repaired)).toBe(WHOLE)
  })

  test('is named with the breaks of Windows and behind another document too', () => {
    const text = `a: 1\r\n---\r\n${broken(from, to).replaceAll('\n', '\r\n')}`
    expect(told(text)).toMatchObject({ line: line + 2, words, title })
    expect(problemsOf(told(text)?.repaired ?? '')).toEqual([])
  })
})

describe('values that need quotes', () => {
  test.each([
    ['hosts: [*.example.com]', 'hosts: ["*.example.com"]', '*'],
    ['hosts:\n- *.example.com # all\n', 'hosts:\n- "*.example.com" # all\n', '*'],
    ['hosts:\n- *\n', 'hosts:\n- "*"\n', '*'],
    ['hosts: [*, a]', 'hosts: ["*", a]', '*'],
    ['name: @x', 'name: "@x"', '@'],
    ['name: %x "y"', `name: '%x "y"'`, '%'],
  ])('%j gets them: %j', (text, repaired, sign) => {
    expect(problemsOf(text).map(({ title }) => title)).toEqual([`A value that starts with ${sign} needs quotes`])
    expect(told(text)?.repaired).toBe(repaired)
  })

  test('an alias with the name of an anchor that is not there may be meant', () => {
    expect(told('a: *base')?.title).toBe('No anchor &base stands above this alias')
  })
})

describe('indentation', () => {
  test('says after how many spaces the line can be read, and offers the nearest', () => {
    expect(told(broken('  http:', '   http:'))).toEqual({
      line: 7,
      words: 'http:',
      title: 'The indentation of http does not fit',
      detail: 'It begins after 3 spaces; after 0 or 2 it could be read.',
      repaired: WHOLE,
    })
  })

  test('offers nothing where two are as near', () => {
    expect(told(broken('        subset: v1', '       subset: v1'))).toEqual({
      line: 15,
      words: 'subset: v1',
      title: 'The indentation of subset does not fit',
      detail: 'It begins after 7 spaces; after 6 or 8 it could be read.',
      repaired: undefined,
    })
  })

  test('names the line that makes a block of a value, not the value', () => {
    expect(told(broken('        subset: v1', '         subset: v1'))).toEqual({
      line: 15,
      words: 'subset: v1',
      title: 'The indentation of subset does not fit',
      detail: 'It begins after 9 spaces; after 6 or 8 it could be read.',
      repaired: WHOLE,
    })
  })
})

describe('only what is certain', () => {
  test('a missing comma', () => {
    expect(told('a: { exact: x, prefix: "y" z: 1 }')).toMatchObject({ title: 'A comma is missing here' })
  })

  test('of two mistakes the upper one is named, and its repair leaves the other', () => {
    const text = broken('spec:', 'spec').replace('weight: 90', 'weight 90')
    const first = told(text)
    expect(first?.title).toBe('A colon is missing after spec')
    expect(told(first?.repaired ?? '')).toMatchObject({ line: 16, title: 'A colon is missing after weight' })
  })

  test.each(['name: a: b', 'destination: host: reviews\n  subset: v1', 'a: "x" y'])(
    'of %j no cause is told: more than one thing may be meant',
    text => {
      expect(problemsOf(text)).toHaveLength(1)
      expect(told(text)?.title).toMatch(/^(A value and a nested block stand on one line|This does not belong here)$/)
      expect(told(text)?.repaired).toBeUndefined()
    },
  )

  test('a text that lacks or has any one sign too much: every repair makes it readable, as far as it goes', () => {
    const place = fc.nat(WHOLE.length - 1)
    const sign = fc.constantFrom('', ' ', ':', '-', '"', "'", '[', ']', '{', '}', ',', '*', '@', '\n')
    fc.assert(
      fc.property(place, fc.nat(1), sign, (at, length, put) => {
        const text = WHOLE.slice(0, at) + put + WHOLE.slice(at + length)
        const [document] = createYamlParser().parse(text).documents
        const before = told(text)
        if (document?.readable !== false || before?.repaired === undefined) return
        const [after] = createYamlParser().parse(before.repaired).documents
        if (after?.readable === false) expect(told(before.repaired)?.line).toBeGreaterThanOrEqual(before.line)
      }),
      { numRuns: 500 },
    )
  })
})
