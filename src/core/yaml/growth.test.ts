import { expect, test } from 'vitest'
import { createYamlParser } from './yaml-parser.ts'

const repeat = (part: string, length: number): string => part.repeat(Math.ceil(length / part.length))
const numbered = (part: (i: number) => string, length: number): string =>
  Array.from({ length: Math.ceil(length / part(100).length) }, (_, i) => part(i)).join('')

/** Of the processor's time, in ms: a busy machine does not decide. */
function timeOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** How much longer one text takes to read than as many letters in sixteen texts; the least of three. */
function growth(write: (length: number) => string): number {
  const [small, large] = [write(5_000), write(80_000)]
  const read = (text: string) => createYamlParser().parse(text)
  const ratios = [1, 2, 3].map(() => {
    const apart = timeOf(() => {
      for (let i = 0; i < 16; i++) read(small)
    })
    return timeOf(() => read(large)) / Math.max(apart, 1)
  })
  return Math.min(...ratios)
}

// About 1 for a linear reader, 16 for a quadratic one.
test.each<[string, (length: number) => string]>([
  ['one wide map', length => numbered(i => `key${i}: ${i}\n`, length)],
  ['one key again and again', length => repeat('a: 1\n', length)],
  ['one wide flow map', length => `{${numbered(i => `k${i}: 1, `, length)}}`],
  ['many anchors and aliases', length => numbered(i => `k${i}: &a${i} x\nl${i}: *a${i}\n`, length)],
  ['many merges', length => `a: &a {x: 1}\n${numbered(i => `k${i}: {<<: *a}\n`, length)}`],
  ['commas', length => `[${repeat(',', length)}`],
  ['closing brackets', length => repeat(']', length)],
  ['quotes', length => repeat('"', length)],
  ['unterminated quotes', length => repeat('a: "x\n', length)],
  ['tab indentation', length => `a:\n${repeat('\tb: 1\n', length)}`],
  ['one long line', length => repeat('x', length)],
  ['no colons', length => repeat('abc\n', length)],
  ['separators', length => repeat('---\n', length)],
  ['document ends', length => repeat('...\n', length)],
  ['directives', length => repeat('%\n', length)],
  [
    'a List of many items',
    length => `kind: List\nitems:\n${numbered(i => `- kind: Pod\n  metadata: {name: p${i}}\n`, length)}`,
  ],
  ['equal documents', length => repeat('---\na: 1\n', length)],
  ['comments with brackets', length => repeat('# [[[[\n', length)],
  ['question marks in brackets', length => `[${repeat('? ', length)}`],
])('the time to read %s grows with their number', (_, write) => {
  expect(growth(write)).toBeLessThan(6)
})

test.each(['[', '{', '- ', '? ', ': ', '[{', '[? ', '- - ? '])(
  'a text that nests by %j is read without recursing',
  part => {
    const [document] = createYamlParser().parse(repeat(part, 100_000)).documents
    expect(document?.root).toBeUndefined()
    expect(document?.diagnostics.map(({ title }) => title)).toEqual(['This is nested too deep to be read'])
  },
)
