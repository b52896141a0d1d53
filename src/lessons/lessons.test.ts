import { describe, expect, test } from 'vitest'
import { resultsAt } from '../state/lesson/results-at.ts'
import { createAnswerer } from '../worker/answer.ts'
import { LESSONS, areMet, checkGoals, findPlace, tellCallout } from './index.ts'
import type { Results, Step } from './index.ts'

/** When the page has played this much. */
const SHOWN_MS = 20_000

/** A text as the page plays it: the whole engine, and what has landed by then. */
function play(text: string, nowMs = SHOWN_MS): Results {
  const answer = createAnswerer()({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 30_000 })
  if (answer.kind !== 'picture') throw new Error(JSON.stringify(answer))
  const results = resultsAt({ picture: answer.picture, because: '' }, nowMs)
  if (!results) throw new Error('nothing plays')
  return results
}

const played = new Map<string, Results>()
const playOnce = (text: string): Results => {
  const known = played.get(text) ?? play(text)
  played.set(text, known)
  return known
}

/** Each step with the text that a learner has there who did what was asked before. */
const STEPS = LESSONS.flatMap(lesson =>
  lesson.steps.map((step, i) => ({
    name: `${lesson.id}, step ${String(i + 1)}`,
    step,
    text: lesson.steps.slice(0, i).findLast(({ task }) => task)?.task?.solution ?? lesson.start,
  })),
)
const TASKS = STEPS.flatMap(({ name, step: { task }, text }) => (task ? [{ name, task, text }] : []))

describe.each(STEPS)('$name', ({ step, text }) => {
  test('has at most 60 words', () => {
    expect(wordsIn(step)).toBeLessThanOrEqual(60)
  })

  test('speaks of something that is on the stage', () => {
    expect(findPlace(playOnce(text).stage, step.place)).toBeDefined()
  })

  test('its callout tells a measured number, short enough for its box', () => {
    const told = tellCallout(step.callout, playOnce(text))
    expect(told).toMatch(/\d/)
    expect(told).not.toMatch(/[{}]/)
    expect(step.callout.title.length).toBeLessThanOrEqual(44)
    expect(told.length).toBeLessThanOrEqual(56)
  })
})

describe.each(TASKS)('the task of $name', ({ task, text }) => {
  test('is not done at the start', () => {
    expect(areMet(checkGoals(task.goals, playOnce(text)))).toBe(false)
  })

  test('is done by the stored solution', () => {
    expect(checkGoals(task.goals, playOnce(task.solution)).filter(({ isMet }) => !isMet)).toEqual([])
  })

  test('is not done before anything has happened', () => {
    expect(areMet(checkGoals(task.goals, play(task.solution, 0)))).toBe(false)
  })

  test('its hints point at what is there', () => {
    for (const { place, field } of task.hints) {
      if (place) expect(findPlace(playOnce(text).stage, place)).toBeDefined()
      if (field) expect(`${text}${task.solution}`).toContain(`${field}:`)
    }
    expect(task.hints[1].place).toBeDefined()
    expect(task.hints[2].field).toBeDefined()
  })
})

test('lessons have names of their own, three to five steps, and something to do', () => {
  expect(new Set(LESSONS.map(({ id }) => id)).size).toBe(LESSONS.length)
  for (const { steps } of LESSONS) {
    expect(steps.length).toBeGreaterThanOrEqual(3)
    expect(steps.length).toBeLessThanOrEqual(5)
    expect(steps.some(({ task }) => task)).toBe(true)
  }
})

const taskOf = (id: string, step: number) => {
  const lesson = LESSONS.find(one => one.id === id)
  const task = lesson?.steps[step]?.task
  if (!lesson || !task) throw new Error(`${id} has no such task`)
  return { start: lesson.start, task }
}

test.each([
  ['first-match-wins', 2, 'everyone gets v2', (text: string) => text.replace('subset: v1', 'subset: v2')],
  [
    'first-match-wins',
    2,
    'the wide rule is gone',
    (text: string) => text.replace(/ {2}- name: everyone[\s\S]*?(?= {2}- name)/, ''),
  ],
  ['first-match-wins', 4, 'nobody is taken', (text: string) => text.replace('hosts: [reviews]', 'hosts: [ratings]')],
  ['subset-nobody-defines', 1, 'v2 gets nothing', (text: string) => text.replace('subset: v2', 'subset: v1')],
  [
    'subset-nobody-defines',
    1,
    'v2 picks pods that are not there',
    (text: string) =>
      text.replace('labels: { version: v1 }', 'labels: { version: v1 }\n  - name: v2\n    labels: { version: "2" }'),
  ],
  [
    'weights-share-one-rule',
    1,
    'other weights in rules of their own',
    (text: string) => text.replace('weight: 75', 'weight: 25'),
  ],
  [
    'weights-share-one-rule',
    1,
    'half each',
    (text: string) =>
      text.replace('      weight: 75\n  - name: to-v2\n    route:\n', '').replace('weight: 25', 'weight: 1'),
  ],
  ['timeout-covers-all-tries', 1, 'a longer timeout', (text: string) => text.replace('timeout: 2s', 'timeout: 10s')],
  ['timeout-covers-all-tries', 1, 'more retries', (text: string) => text.replace('attempts: 3', 'attempts: 9')],
  [
    'timeout-covers-all-tries',
    1,
    'no healthy pod is that fast',
    (text: string) => text.replace('perTryTimeout: 5s', 'perTryTimeout: 10ms'),
  ],
] as const)('%s, step %i + 1: %s does not do it', (id, step, _, change) => {
  const { start, task } = taskOf(id, step)
  const wrong = change(step === 4 ? taskOf(id, 2).task.solution : start)
  expect(wrong).not.toBe(start)
  expect(areMet(checkGoals(task.goals, play(wrong)))).toBe(false)
})

test.each([
  [
    'first-match-wins',
    2,
    'a condition on the wide rule',
    (text: string) =>
      text.replace(
        '  - name: everyone\n',
        '  - name: everyone\n    match:\n    - withoutHeaders:\n        end-user: {}\n',
      ),
  ],
  [
    'weights-share-one-rule',
    1,
    '3 and 1',
    (text: string) =>
      text.replace('weight: 75\n  - name: to-v2\n    route:\n', 'weight: 3\n').replace('weight: 25', 'weight: 1'),
  ],
  [
    'timeout-covers-all-tries',
    1,
    'a longer timeout and shorter tries',
    (text: string) => text.replace('timeout: 2s', 'timeout: 10s').replace('5s', '900ms'),
  ],
] as const)('%s, step %i + 1: %s does it too', (id, step, _, change) => {
  const { start, task } = taskOf(id, step)
  const right = change(start)
  expect(right).not.toBe(start)
  expect(checkGoals(task.goals, play(right)).filter(({ isMet }) => !isMet)).toEqual([])
})

test('what the first lesson says is measured: all of jason’s requests leave at rule 1', () => {
  const { steps, start } = LESSONS[0] ?? {}
  const third = steps?.[2]
  if (!third || start === undefined) throw new Error('no such step')
  const results = playOnce(start)
  const of = results.landed.reduce((sum, { request, count }) => sum + (request.headers.has('end-user') ? count : 0), 0)
  expect(of).toBeGreaterThan(200)
  expect(tellCallout(third.callout, results)).toBe(`${String(of)} of ${String(of)} do. Rule 2 is never tried.`)
  const [others, jason] = checkGoals(third.task?.goals ?? [], results)
  expect([others?.isMet, others?.n === others?.of]).toEqual([true, true])
  expect([jason?.isMet, jason?.n, jason?.of]).toEqual([false, 0, of])
})

const wordsIn = ({ words }: Step): number =>
  words
    .join(' ')
    .split(/\s+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word)).length
