import { expect, test } from 'vitest'
import { createAnswerer } from './answer.ts'
import { createEngine } from './engine-client.ts'
import type { Answer, LanguageQuestion, Question } from './protocol.ts'

const TEXT = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reviews }
spec:
  hosts: [reviews]
  http: [{ route: [{ destination: { host: reviews, subset: v1 } }] }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews }
spec: { host: reviews, subsets: [{ name: v1, labels: {   version: v1 } }] }
---
apiVersion: v1
kind: Service
metadata: { name: reviews }
spec: { selector: { app: reviews }, ports: [{ port: 80 }] }
`
const USE = TEXT.indexOf('subset: v1') + 'subset: v1'.length

function asker() {
  const answer = createAnswerer()
  answer({ kind: 'run', id: 1, text: TEXT, proxy: undefined, traffic: undefined, untilMs: 1000 })
  return (text: string, question: LanguageQuestion) => {
    const given = answer({ kind: 'language', id: 2, text, ...question })
    if (given.kind !== 'language') throw new Error(JSON.stringify(given))
    return given.answer
  }
}

test('a question about a newer text than the last run is answered for that text', () => {
  const ask = asker()
  const moved = `# a line more\n${TEXT}`
  const by = moved.length - TEXT.length
  const [before, after] = [ask(TEXT, { ask: 'define', offset: USE }), ask(moved, { ask: 'define', offset: USE + by })]
  if (before.ask !== 'define' || after.ask !== 'define') throw new Error('another answer')
  expect(TEXT.slice(before.targets[0]?.name.start, before.targets[0]?.name.end)).toBe('v1')
  expect(after.targets[0]?.name.start).toBe((before.targets[0]?.name.start ?? 0) + by)
})

test('half a word is completed with what the last run knew', () => {
  const ask = asker()
  const half = TEXT.replace('subset: v1 }', 'subset:  }')
  const answer = ask(half, { ask: 'complete', offset: half.indexOf('subset: ') + 8 })
  expect(answer.ask === 'complete' && answer.completion?.suggestions.map(({ label }) => label)).toEqual(['v1'])
})

test('an editor gets its answers through the worker', async () => {
  const answer = createAnswerer()
  let listener: (event: MessageEvent<Answer>) => void = () => undefined
  const worker = {
    addEventListener: (kind: string, given: typeof listener) => {
      if (kind === 'message') listener = given
    },
    postMessage: (question: Question) => {
      queueMicrotask(() => {
        listener({ data: answer(question) } as MessageEvent<Answer>)
      })
    },
  } as unknown as Worker
  const { language } = createEngine(worker, message => {
    throw new Error(message)
  })
  expect((await language.outline(TEXT)).map(({ name }) => name)).toEqual([
    'VirtualService reviews',
    'DestinationRule reviews',
    'Service reviews',
  ])
  expect(await language.mayRename(TEXT, USE)).toMatchObject({ kind: 'name', name: 'v1' })
  const renaming = await language.rename(TEXT, USE, 'v7')
  expect(renaming.kind === 'edits' && renaming.edits.map(({ text }) => text)).toEqual(['v7', 'v7'])
  expect(await language.refer(TEXT, USE)).toHaveLength(2)
  expect((await language.explain(TEXT, USE))?.text).toContain('version=v1')
  expect((await language.format(TEXT))[0]?.text).toContain('labels: { version: v1 }')
  expect(await language.complete(TEXT, 0)).toBeUndefined()
})
