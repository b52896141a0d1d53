import { expect, test } from 'vitest'
import { applyEdits } from '../base/text-range.ts'
import { SCENARIOS } from '../../scenarios/index.ts'
import { formatText } from './format-text.ts'
import { createYamlParser } from './yaml-parser.ts'

function format(text: string): string {
  return applyEdits(text, formatText(createYamlParser().parse(text)))
}

const MESSY = `---
# what it is
apiVersion:   v1
kind: Service
metadata:
    name:    reviews   # the name
    annotations: {a: 'yes',   b: "1e3"}


spec:
    ports:
        -   name: http
            port: 9080 # where it listens
        # another one
        -   {port: 9081}
    text: |
        kept as
          it is
# the end
---
kind: {a: b}
`

const NEAT = `---
# what it is
apiVersion: v1
kind: Service
metadata:
  name: reviews # the name
  annotations: { a: 'yes', b: "1e3" }

spec:
  ports:
    - name: http
      port: 9080 # where it listens
    # another one
    - { port: 9081 }
  text: |
    kept as
      it is

# the end
---
kind: { a: b }
`

test('it straightens spaces and keeps comments, quotes and blocks', () => {
  expect(format(MESSY)).toBe(NEAT)
  expect(format(NEAT)).toBe(NEAT)
})

test('line breaks stay what they are', () => {
  expect(format(MESSY.replaceAll('\n', '\r\n'))).toBe(NEAT.replaceAll('\n', '\r\n'))
  expect(format('a:   1')).toBe('a: 1')
})

test('lists in brackets have no spaces inside, and texts with brackets stay', () => {
  expect(format('a:  [ b,  { c: [ d ] } ]\ne: "[ x ]"\nf: ["[ ", [ ]]\ng: |\n  [ y ]\n')).toBe(
    'a: [b, { c: [d] }]\ne: "[ x ]"\nf: ["[ ", []]\ng: |\n  [ y ]\n',
  )
  expect(format('a:\n  [\n    b, # first\n    c,\n  ]\n')).toBe('a:\n  [\n    b, # first\n    c\n  ]\n')
})

test('lists stay under their keys where most of them are', () => {
  const text = 'a:\n- b:  1\nc:\n- d\n'
  expect(format(text)).toBe('a:\n- b: 1\nc:\n- d\n')
})

test.each([
  ['what cannot be read', 'a:   1\nb: [\n'],
  ['JSON', '{\n  "a":   1\n}\n'],
  ['a stream with directives', '%YAML 1.2\n---\na:   1\n'],
  ['nothing', '# only   a comment\n'],
])('it leaves %s alone', (_, text) => {
  expect(format(text)).toBe(text)
})

test('a key that stands twice keeps both values', () => {
  expect(format('a:   1\na: 2\n')).toBe('a: 1\na: 2\n')
})

test('values that look like others keep their form', () => {
  const text = 'a: 0x1F\nb: 1e3\nc: yes\nd: "no"\ne: ~\nf:\ng: 010\nh: \'\'\ni: &x v\nj: *x\n'
  expect(format(text)).toBe(text)
})

test.each(SCENARIOS.map(({ id, text }) => [id, text] as const))(
  'example %s changes in spaces alone, once',
  (_, text) => {
    const after = format(text)
    expect(after.replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''))
    expect(format(after)).toBe(after)
  },
)
