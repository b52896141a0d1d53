import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../base/text-range.ts'
import { MAX_TEXT } from './limits.ts'
import type { YamlNode } from './yaml-node.ts'
import { createYamlParser } from './yaml-parser.ts'

const parse = (text: string) => createYamlParser().parse(text)
const ids = (text: string, parser = createYamlParser()) => parser.parse(text).documents.map(({ id }) => id)
const titles = (text: string) =>
  parse(text).documents.flatMap(({ diagnostics }) => diagnostics.map(({ title }) => title))

/** A value as plain data, to compare with what is expected. */
function toData(node: YamlNode | undefined): unknown {
  if (node === undefined || node.kind === 'scalar') return node?.value
  if (node.kind === 'list') return node.items.map(toData)
  return new Map(node.entries.map(({ key, value }) => [key, toData(value)]))
}
const data = (text: string) => toData(parse(text).documents[0]?.root)

describe('documents', () => {
  test.each([
    ['a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
    ['---\na: 1\n--- # two\nb: 2', ['---\na: 1\n', '--- # two\nb: 2']],
    ['a: |\n  ---\n  x\n', ['a: |\n  ---\n  x\n']],
    ['a: 1\n----\n', ['a: 1\n----\n']],
    ['', []],
    ['%YAML 1.2\n---\na: 1\n...\n---\nb: 2\n', ['%YAML 1.2\n---\na: 1\n...\n', '---\nb: 2\n']],
    ['%\n', ['%\n']],
  ])('%j is split into %j', (text, pieces) => {
    expect(parse(text).documents.map(document => document.text)).toEqual(pieces)
  })

  test('a document keeps its id while its text stays, wherever it moves', () => {
    const parser = createYamlParser()
    const [a, b] = ids('---\na: 1\n---\nb: 1\n', parser)
    const [b2, a2, c] = ids('---\nb: 1\n---\na: 1\n---\nc: 1\n', parser)
    expect([a2, b2]).toEqual([a, b])
    expect([a, b]).not.toContain(c)
  })

  test('an edit gives the edited document a new id and leaves the others theirs', () => {
    const parser = createYamlParser()
    const [a, b] = ids('---\na: 1\n---\nb: 1\n', parser)
    const [a2, b2] = ids('---\na: 10\n---\nb: 1\n', parser)
    expect(a2).not.toBe(a)
    expect(b2).toBe(b)
  })

  test('documents of the same text are different documents, and stay so', () => {
    const parser = createYamlParser()
    const text = '---\na: 1\n---\na: 1\n'.concat('---\na: 1\n')
    const before = ids(text, parser)
    expect(new Set(before).size).toBe(3)
    expect(ids(text, parser)).toEqual(before)
  })

  test('what has not been seen in one pass is forgotten', () => {
    const parser = createYamlParser()
    const [a] = ids('a: 1', parser)
    ids('b: 1', parser)
    expect(ids('a: 1', parser)).not.toEqual([a])
  })
})

describe('values as Kubernetes reads them', () => {
  test.each<[string, unknown]>([
    ['v: on', true],
    ['v: No', false],
    ['v: "on"', 'on'],
    ['v: nope', 'nope'],
    ['v: 012', 10],
    ['v: 08', 8],
    ['v: 0x1f', 31],
    ['v: 1_000', 1000],
    ['v: 1e3', 1000],
    ['v: .5', 0.5],
    ['v: 1.2.3', '1.2.3'],
    ['v: 2001-01-01', '2001-01-01'],
    ['v: 12:30:45', '12:30:45'],
    ['v: ~', null],
    ['v:', null],
    ['v: !!str 12', '12'],
    ['v: !!int "12"', 12],
    ['v: |\n  a\n  b\n', 'a\nb\n'],
    ['v: >-\n  a\n  b\n', 'a b'],
    ['{"v": "json"}', 'json'],
    ['\uFEFFv: bom', 'bom'],
    ['v: crlf\r\nw: 1\r\n', 'crlf'],
  ])('%j', (text, value) => {
    expect((data(text) as Map<string, unknown>).get('v')).toEqual(value)
  })

  test('keys that are no text become text', () => {
    expect(data('on: 1\n2: 3\n')).toEqual(
      new Map([
        ['true', 1],
        ['2', 3],
      ]),
    )
  })

  test('__proto__ is a key like any other', () => {
    expect(data('__proto__: {polluted: 1}')).toEqual(new Map([['__proto__', new Map([['polluted', 1]])]]))
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  test('aliases stand for their anchor, merge keys fill in what is not there', () => {
    const text = 'base: &b {x: 1, z: 2}\nuse: {<<: *b, z: 3}\nboth: {<<: [{x: 9}, *b]}\n'
    expect(data(text)).toEqual(
      new Map(
        Object.entries({
          base: new Map(Object.entries({ x: 1, z: 2 })),
          use: new Map(Object.entries({ z: 3, x: 1 })),
          both: new Map(Object.entries({ x: 9, z: 2 })),
        }),
      ),
    )
  })
})

describe('problems', () => {
  test.each([
    ['a: on', 'Kubernetes reads on as true'],
    ['a: 012', 'Kubernetes reads 012 as 10'],
    ['a: 1\na: 2', 'The key a stands here twice'],
    ['a: "x', 'A closing double quote is missing'],
    ['a: [1, 2', 'A closing ] is missing'],
    ['a:\n\tb: 1', 'A tab indents this line'],
    ['a: *b', 'No anchor &b stands above this alias'],
    ['a: &a [*a]', 'The alias *a stands inside its own anchor'],
    ['a\0b', 'This is not text'],
    ['['.repeat(200), 'This is nested too deep to be read'],
    ['- '.repeat(200), 'This is nested too deep to be read'],
    [
      `${Array.from({ length: 150 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')} 1`,
      'This is nested too deep to be read',
    ],
    ['? [a]\n: 1', 'Kubernetes cannot use this as a key'],
    ['x'.repeat(MAX_TEXT + 1), 'This text is longer than can be read'],
  ])('case %#', (text, title) => {
    expect(titles(text)).toContain(title)
  })

  test.each(['a: "a # [" # [', '# [[[\n'.repeat(60), 'a: no-problem\n', 'a: "on"\n', 'a: 0\n', '# only a comment'])(
    'case %# has none',
    text => {
      expect(titles(text)).toEqual([])
    },
  )

  test('of a key given twice the last one counts, and the document can be read', () => {
    const [document] = parse('a: 1\nb: 2\na: 3\n').documents
    expect(toData(document?.root)).toEqual(
      new Map([
        ['b', 2],
        ['a', 3],
      ]),
    )
    expect(document?.readable).toBe(true)
  })

  test('a document with an error in the middle gives what stands around it', () => {
    const [document] = parse('a: 1\nb: "x\nc: 2').documents
    expect(document?.readable).toBe(false)
    expect((toData(document?.root) as Map<string, unknown>).get('a')).toBe(1)
  })

  test('an error in one document leaves the others', () => {
    const [broken, whole] = parse('a: "x\n---\nb: 2\n').documents
    expect([broken?.readable, whole?.readable]).toEqual([false, true])
    expect(toData(whole?.root)).toEqual(new Map([['b', 2]]))
  })

  test('aliases of aliases that stand for millions of values are refused', () => {
    const lines = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join()}]`)
    const [document] = parse(['a0: &a0 [x,x,x,x,x,x,x,x,x]', ...lines].join('\n')).documents
    expect(document?.readable).toBe(false)
    expect(document?.diagnostics[0]?.title).toBe('The aliases here stand for too many values')
  })

  test.each([
    ['x: 1\n---\na: on\n', 'x: 1\n---\na: "on"\n'],
    ['x: 1\n---\na:\n\tb: 1\n\tc: 2\n', 'x: 1\n---\na:\n  b: 1\n  c: 2\n'],
    ['x: 1\n---\nspec\n  host: a\n', 'x: 1\n---\nspec:\n  host: a\n'],
  ])('the repair of %j gives %j', (text, repaired) => {
    const fixes = parse(text).documents.flatMap(({ diagnostics }) => diagnostics.flatMap(({ fix }) => fix ?? []))
    expect(applyEdits(text, fixes[0]?.edits ?? [])).toBe(repaired)
    expect(parse(repaired).documents.flatMap(({ diagnostics }) => diagnostics)).toEqual([])
  })

  test('a repair moves with its document', () => {
    const parser = createYamlParser()
    parser.parse('---\na: on\n')
    const [, document] = parser.parse('---\nx: 12\n---\na: on\n').documents
    expect(document?.diagnostics[0]?.fix?.edits).toEqual([{ range: { start: 17, end: 19 }, text: '"on"' }])
  })
})

describe('any text', () => {
  const fragment = fc.oneof(
    fc.constantFrom('a: ', '- ', '\n', '  ', '\t', '"', "'", '[', ']', '{', '}', '&a ', '*a', '<<: ', '---\n', '...\n'),
    fc.constantFrom('|\n', '>\n', '#', '? ', ': ', '!t ', '%YAML', '\r\n', '\uFEFF', 'on', '012', 'key', ',', '\\'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  )
  const anyText = fc.array(fragment, { maxLength: 40 }).map(parts => parts.join(''))

  test('is read without an exception, and its documents cover it', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { documents } = parse(text)
        for (const document of documents) {
          expect(text.slice(document.start, document.start + document.text.length)).toBe(document.text)
        }
        if (text.trim() !== '') expect(documents.length).toBeGreaterThan(0)
      }),
      { numRuns: 400 },
    )
  })

  test('every scalar stands where its range says', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/).filter(text => !/^(y|n|on|no|off|yes|true|false|null)$/.test(text))
    const value = fc.letrec<{ value: unknown }>(tie => ({
      value: fc.oneof(
        { depthSize: 'small' },
        word,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(word, tie('value'), { maxKeys: 3 }),
      ),
    })).value
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (input, indent) => {
        const text = JSON.stringify(input, null, indent)
        const [document] = parse(text).documents
        const check = (node: YamlNode): void => {
          if (node.kind === 'scalar') {
            expect(JSON.parse(text.slice(node.range.start, node.range.end))).toBe(node.value)
          } else if (node.kind === 'list') node.items.forEach(check)
          else {
            for (const { key, keyRange, value: inside } of node.entries) {
              expect(JSON.parse(text.slice(keyRange.start, keyRange.end))).toBe(key)
              check(inside)
            }
          }
        }
        if (document?.root) check(document.root)
      }),
    )
  })

  test('moving a document changes nothing in it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(5), (text, blank) => {
        fc.pre(!/^(%|\.\.\.)/m.test(text))
        const parser = createYamlParser()
        const before = parser.parse(`---\n${text}`).documents
        const after = parser.parse(`---\nfirst: ${blank}\n---\n${text}`).documents.slice(1)
        expect(after.map(({ id, root, readable }) => ({ id, root, readable }))).toEqual(
          before.map(({ id, root, readable }) => ({ id, root, readable })),
        )
      }),
    )
  })
})
