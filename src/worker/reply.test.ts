import { expect, test } from 'vitest'
import { SCENARIOS } from '../scenarios/index.ts'
import { createAnswerer } from './answer.ts'
import type { Answer, Question } from './protocol.ts'
import { createReplier } from './reply.ts'

const TEXT = SCENARIOS.find(one => one.id === 'reviews-canary')?.text ?? ''
const change = { text: TEXT, opened: 1, proxy: undefined, traffic: undefined }
const problems = (id: number): Question => ({ kind: 'problems', id, ...change })
const run = (id: number, after?: number): Question => ({ kind: 'run', id, after, untilMs: 5000, ...change })

/** A worker whose turns the test gives. */
function create() {
  const answers: Answer[] = []
  const turns: (() => void)[] = []
  const reply = createReplier(
    answer => answers.push(answer),
    () => new Promise(resolve => turns.push(resolve)),
  )
  return {
    reply,
    answers,
    said: () => answers.map(({ kind, id }) => [id, kind]),
    turn: async () => {
      turns.shift()?.()
      await Promise.resolve()
      return turns.length
    },
  }
}

test('between the steps of a long text’s picture other questions are answered', async () => {
  const { reply, said, turn } = create()
  reply(problems(1))
  reply(run(2, 1))
  expect(said()).toEqual([[1, 'problems']])
  await turn()
  reply(problems(3))
  expect(said().at(-1)).toEqual([3, 'problems'])
  let turns = 1
  while ((await turn()) > 0) turns++
  expect(said().at(-1)).toEqual([2, 'picture'])
  expect(turns).toBeGreaterThanOrEqual(3)
})

test('what the page waits for no longer is left off at the next step, and nothing is kept of it', async () => {
  const { reply, answers, said, turn } = create()
  reply(problems(1))
  reply(run(2, 1))
  reply({ kind: 'stop', run: 2 })
  expect(await turn()).toBe(0)
  expect(said().at(-1)).toEqual([2, 'stopped'])
  reply({ kind: 'proxy-config', id: 3, section: 'routes', filter: '' })
  expect(answers.at(-1)).toEqual({ kind: 'proxy-config', id: 3, config: undefined })
  reply(problems(5))
  reply(run(6, 5))
  while ((await turn()) > 0);
  expect(said().at(-1)).toEqual([6, 'picture'])
  reply({ kind: 'proxy-config', id: 7, section: 'routes', filter: '' })
  expect(answers.at(-1)).toMatchObject({ config: expect.objectContaining({}) as unknown })
})

test('a newer text that comes before the older picture is left off is answered as if that had not been asked for', async () => {
  const newer = { ...change, text: TEXT.replace(/weight: \d+/, 'weight: 71') }
  expect(newer.text).not.toBe(TEXT)
  const { reply, answers, said, turn } = create()
  reply(problems(1))
  reply(run(2, 1))
  reply({ kind: 'stop', run: 2 })
  reply({ kind: 'problems', id: 3, ...newer })
  expect(said().at(-1)).toEqual([3, 'problems'])
  reply({ kind: 'run', id: 4, after: 3, untilMs: 5000, ...newer })
  while ((await turn()) > 0);
  expect(said().slice(2)).toEqual([
    [2, 'stopped'],
    [4, 'picture'],
  ])
  const alone = createAnswerer()
  alone({ kind: 'problems', id: 1, ...change })
  alone({ kind: 'problems', id: 3, ...newer })
  const expected = alone({ kind: 'run', id: 4, after: 3, untilMs: 5000, ...newer })
  const given = answers.at(-1)
  if (given?.kind !== 'picture' || expected.kind !== 'picture') throw new Error('no picture')
  expect(given.picture.stage).toEqual(expected.picture.stage)
  expect(given.picture.diagnostics).toEqual(expected.picture.diagnostics)
})

test('the picture of a short text is answered at once', () => {
  const { reply, said } = create()
  reply(run(1))
  expect(said()).toEqual([[1, 'picture']])
})
