import { expect, test } from 'vitest'
import { createPipeline } from '../pipeline/index.ts'
import { complete } from './complete.ts'
import type { Suggestion } from './answers.ts'
import { DOCUMENTS } from './shapes/documents.ts'
import { POLICY_PARTS } from './shapes/policy-parts.ts'
import { RULE_PARTS } from './shapes/rule-parts.ts'
import { RULES } from './shapes/rules.ts'
import { fillIn } from './suggest-snippets.ts'
import { atCursor } from './testing/at-cursor.ts'

function snippets(marked: string): readonly Suggestion[] {
  const { known, offset } = atCursor(marked)
  return (complete(known, offset)?.suggestions ?? []).filter(({ kind }) => kind === 'snippet')
}

const names = (marked: string) => snippets(marked).map(({ label }) => label)

/** What an editor makes of a snippet: later lines get the white space of the line that it begins on. */
function expand(marked: string, { insert }: Suggestion): string {
  const { text, offset, known } = atCursor(marked)
  const range = complete(known, offset)?.range ?? { start: offset, end: offset }
  const space = /^[ ]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? ''
  const defaults = new Map([...insert.matchAll(/\$\{(\d+):([^}]*)\}/g)].map(([, number, value]) => [number, value]))
  const plain = insert
    .replace(/\$\{(\d+):([^}]*)\}/g, '$2')
    .replace(/\$(\d+)/g, (_, number: string) => defaults.get(number) ?? '')
  return text.slice(0, range.start) + plain.replaceAll('\n', `\n${space}`) + text.slice(range.end)
}

const errorsIn = (text: string) =>
  createPipeline()
    .run(text)
    .diagnostics.filter(({ code, severity }) => severity === 'error' && /^(YAML|REFUSED|MX00)/.test(code))
    .map(({ title, detail }) => `${title}: ${detail}`)

const RULE = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http:
`
const POLICY = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews }
spec:
  host: reviews
`

test('more than twenty shapes are offered where a document begins', () => {
  expect(names('|').length).toBeGreaterThan(20)
  expect(names('---\nca|\n')).toEqual(names('|'))
  expect(names(`${POLICY}|`)).toEqual(names('|'))
  expect(snippets(`${POLICY}|`)[0]?.insert).toMatch(/^---\napiVersion/)
})

test.each(DOCUMENTS.map(({ name }) => name))('a document of shape “%s” is one that a cluster takes', name => {
  const shape = snippets('|').find(({ label }) => label === name)
  expect(shape && errorsIn(expand('|', shape))).toEqual([])
})

test.each([
  ['behind a dash', `${RULE}  - |\n`, RULES],
  ['behind a deeper dash', `${RULE}    - |\n`, RULES],
  ['under the list’s name', `${RULE}    |\n`, RULES],
  ['in a rule', `${RULE}  - route: [{ destination: { host: reviews } }]\n    |\n`, RULE_PARTS],
  ['under trafficPolicy', `${POLICY}  trafficPolicy:\n    |\n`, POLICY_PARTS],
  ['instead of a trafficPolicy', `${POLICY}  |\n`, POLICY_PARTS],
])('shapes fit %s', (_, marked, shapes) => {
  expect(names(marked)).toEqual(shapes.map(({ name }) => name))
  for (const shape of snippets(marked)) expect([shape.label, ...errorsIn(expand(marked, shape))]).toEqual([shape.label])
})

test('a part that is there already is not offered', () => {
  const offered = names(`${RULE}  - timeout: 2s\n    |\n    route: [{ destination: { host: reviews } }]\n`)
  expect(offered).not.toContain('timeout')
  expect(offered).toContain('retries')
})

test('shapes are for lines of their own', () => {
  expect(names(`${RULE}  - name: |\n`)).toEqual([])
  expect(names(`${RULE}  - timeout: 2s |\n`)).toEqual([])
  expect(names(`${RULE}  # |\n`)).toEqual([])
})

test('names of the text are filled in', () => {
  const world = `---
apiVersion: v1
kind: Service
metadata: { name: ratings }
spec: { selector: { app: ratings }, ports: [{ port: 8080 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ratings }
spec: { host: ratings, subsets: [{ name: old }, { name: new }] }
`
  const [split] = snippets(`${RULE}  - |\n${world}`)
  expect(split?.insert).toContain('      host: ${1:ratings}\n      subset: ${2:old}')
  expect(fillIn('<a:1> <a> <b:2>', new Map([['b', '3']]))).toBe('${1:1} $1 ${2:3}')
})
