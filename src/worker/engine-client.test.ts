import { expect, test } from 'vitest'
import { createEngine } from './engine-client.ts'
import type { Answer, Question } from './protocol.ts'

/** A worker whose answers the test gives itself. */
function createFakeWorker() {
  const asked: Question[] = []
  let listener: (event: MessageEvent<Answer>) => void = () => undefined
  const worker = {
    addEventListener: (kind: string, given: typeof listener) => {
      if (kind === 'message') listener = given
    },
    postMessage: (question: Question) => asked.push(question),
    terminate: () => undefined,
  } as unknown as Worker
  return {
    worker,
    asked,
    answer: (answer: Answer) => {
      listener({ data: answer } as MessageEvent<Answer>)
    },
  }
}

const input = (text: string) => ({
  text,
  opened: 0,
  proxy: undefined,
  traffic: undefined,
  untilMs: 1,
  nowMs: 0,
  before: undefined,
})
const picture = (signature: string) => ({ signature }) as Extract<Answer, { kind: 'picture' }>['picture']
const texts = (asked: readonly Question[]) => asked.map(one => (one.kind === 'run' ? one.text : one.kind))

test('of texts that come while one is computed only the newest is sent, and only it is answered', async () => {
  const { worker, asked, answer } = createFakeWorker()
  const engine = createEngine(worker, () => undefined)
  const first = engine.run(input('a'))
  const second = engine.run(input('b'))
  const third = engine.run(input('c'))
  expect(texts(asked)).toEqual(['a'])
  expect(await second).toBeUndefined()
  answer({ kind: 'picture', id: asked[0]?.id ?? 0, picture: picture('a') })
  expect(await first).toBeUndefined()
  expect(texts(asked)).toEqual(['a', 'c'])
  answer({ kind: 'picture', id: asked[1]?.id ?? 0, picture: picture('c') })
  expect(await third).toMatchObject({ signature: 'c' })
})

test('a failure is told, and the next text is computed all the same', async () => {
  const { worker, asked, answer } = createFakeWorker()
  const failures: string[] = []
  const engine = createEngine(worker, message => failures.push(message))
  const first = engine.run(input('a'))
  answer({ kind: 'failed', id: asked[0]?.id ?? 0, message: 'ours' })
  expect(await first).toBeUndefined()
  expect(failures).toEqual(['ours'])
  const second = engine.run(input('b'))
  answer({ kind: 'picture', id: asked[1]?.id ?? 0, picture: picture('b') })
  expect(await second).toMatchObject({ signature: 'b' })
})

test('of a long text its problems are told first, and what is overtaken by then is not drawn', async () => {
  const { worker, asked, answer } = createFakeWorker()
  const engine = createEngine(worker, () => undefined)
  const long = '#'.repeat(100_000)
  const heard: string[] = []
  const hear = (name: string) => (problems: readonly { readonly title: string }[]) =>
    heard.push(`${name}: ${problems.map(({ title }) => title).join()}`)
  const problem = { title: 'No subset' } as Extract<Answer, { kind: 'problems' }>['problems'][number]
  const first = engine.run(input(`${long}a`), hear('a'))
  const second = engine.run(input(`${long}b`), hear('b'))
  expect(asked.map(({ kind }) => kind)).toEqual(['problems'])
  answer({ kind: 'problems', id: asked[0]!.id, problems: [problem] })
  expect(await first).toBeUndefined()
  expect(heard).toEqual(['a: No subset'])
  expect(asked.map(({ kind }) => kind)).toEqual(['problems', 'problems'])
  answer({ kind: 'problems', id: asked[1]!.id, problems: [] })
  await Promise.resolve()
  expect(heard).toEqual(['a: No subset', 'b: '])
  expect(asked[2]).toMatchObject({ kind: 'run', text: `${long}b`, after: asked[1]!.id })
  answer({ kind: 'picture', id: asked[2]!.id, picture: picture('b') })
  expect(await second).toMatchObject({ signature: 'b' })
})

test('of a long text the picture is left off once there is a newer text, whose problems are asked for at once', async () => {
  const { worker, asked, answer } = createFakeWorker()
  const engine = createEngine(worker, () => undefined)
  const long = '#'.repeat(100_000)
  const first = engine.run(input(`${long}a`))
  answer({ kind: 'problems', id: asked[0]!.id, problems: [] })
  await Promise.resolve()
  const second = engine.run(input(`${long}b`))
  expect(asked.slice(1)).toMatchObject([
    { kind: 'run' },
    { kind: 'stop', run: asked[1]!.id },
    { kind: 'problems', text: `${long}b` },
  ])
  answer({ kind: 'stopped', id: asked[1]!.id })
  expect(await first).toBeUndefined()
  answer({ kind: 'problems', id: asked.at(-1)!.id, problems: [] })
  await Promise.resolve()
  answer({ kind: 'picture', id: asked.at(-1)!.id, picture: picture('b') })
  expect(await second).toMatchObject({ signature: 'b' })
})

test('a picture that was made before it could be left off is not taken for that of the newer text', async () => {
  const { worker, asked, answer } = createFakeWorker()
  const engine = createEngine(worker, () => undefined)
  const long = '#'.repeat(100_000)
  const first = engine.run(input(`${long}a`))
  answer({ kind: 'problems', id: asked[0]!.id, problems: [] })
  await Promise.resolve()
  const second = engine.run(input('short'))
  const third = engine.run(input('another'))
  answer({ kind: 'picture', id: asked[1]!.id, picture: picture('a') })
  expect(await first).toBeUndefined()
  expect(asked.slice(2).map(({ kind }) => kind)).toEqual(['stop', 'run'])
  answer({ kind: 'picture', id: asked[3]!.id, picture: picture('short') })
  expect(await second).toBeUndefined()
  expect(texts(asked).at(-1)).toBe('another')
  answer({ kind: 'picture', id: asked[4]!.id, picture: picture('another') })
  expect(await third).toMatchObject({ signature: 'another' })
})
