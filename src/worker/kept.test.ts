import { describe, expect, test } from 'vitest'
import { SCENARIOS } from '../scenarios/index.ts'
import { createAnswerer } from './answer.ts'
import type { Picture } from './protocol.ts'

const BROKEN = SCENARIOS.find(one => one.id === 'reviews-canary')?.text ?? ''
const REFUSED = BROKEN.replace('weight: 60', 'weight: -60')

type Answerer = ReturnType<typeof createAnswerer>

function runWith(answer: Answerer, text: string, opened?: number, typing?: number): Picture {
  const question = { kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 20_000, typing } as const
  const given = answer({ ...question, ...(opened !== undefined && { opened }) })
  if (given.kind !== 'picture') throw new Error(JSON.stringify(given))
  return given.picture
}

function edited() {
  const answer = createAnswerer()
  const before = runWith(answer, BROKEN, 0)
  return { answer, before, now: runWith(answer, REFUSED, 0) }
}

describe('an edit that is refused', () => {
  const { answer, before, now } = edited()
  const [card] = now.stage?.rules ?? []
  const nameLine = BROKEN.split('\n').findIndex(line => line.includes('name: reviews')) + 1

  test('lets the run go on', () => {
    expect(now.signature).toBe(before.signature)
    expect(now.log.departures.map(({ atMs }) => atMs.length)).toEqual(
      before.log.departures.map(({ atMs }) => atMs.length),
    )
  })

  test('marks the card of the earlier version, and no other', () => {
    expect([...(now.chapters[0]?.earlier ?? [])]).toEqual([card?.id])
    expect([...(before.chapters[0]?.earlier ?? [])]).toEqual([])
  })

  test('leaves the card at the name of the refused document, and its rows at no value of it', () => {
    const range = now.ranges.get(card?.id ?? '')
    expect(REFUSED.slice(range?.start, range?.end)).toBe('name: reviews')
    const parts = card?.rows.flatMap(row => [row, ...row.legs]) ?? []
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.filter(({ id }) => now.ranges.has(id))).toEqual([])
  })

  test('is told at its own line', () => {
    const refused = now.diagnostics.filter(({ code }) => code === 'REFUSED')
    expect(refused).toMatchObject([{ isKept: true }])
    expect(REFUSED.split('\n')[(refused[0]?.line ?? 0) - 1]).toContain('weight: -60')
  })

  test('leaves every step of a request where the document has its name', () => {
    const given = answer({ kind: 'explain', id: 2, number: 1 })
    const steps = given.kind === 'explanation' ? (given.explanation?.steps ?? []) : []
    const matched = steps.filter(({ step }) => step.kind === 'route-matched')
    expect(matched.map(({ line }) => line)).toEqual([nameLine])
  })

  test('offers no repair of what the text does not hold', () => {
    const lost = now.log.departures.find(({ course }) => now.stage?.holes.some(({ id }) => id === course.end))
    const given = answer({ kind: 'repairs', id: 3, number: lost?.numbers[0] ?? 0 })
    const repairs = given.kind === 'repairs' ? given.repairs : undefined
    expect(lost).toBeDefined()
    for (const { start, end } of repairs?.flatMap(({ edits }) => edits.map(({ range }) => range)) ?? []) {
      expect(REFUSED.slice(REFUSED.lastIndexOf('---', start), end)).toContain('kind: DestinationRule')
    }
  })

  test('leaves the rule in the proxy’s configuration under its name', () => {
    const rows = (one: Answerer) => {
      const given = one({ kind: 'proxy-config', id: 4, section: 'routes', filter: 'reviews' })
      return given.kind === 'proxy-config' ? (given.config?.rows ?? []) : []
    }
    const accepted = createAnswerer()
    runWith(accepted, BROKEN, 0)
    expect(rows(answer).map(({ cells }) => cells)).toEqual(rows(accepted).map(({ cells }) => cells))
    expect(
      rows(answer)
        .map(({ cells }) => cells.join(' '))
        .join('\n'),
    ).toContain('reviews.default')
  })
})

test('another text begins with an empty cluster, and a text without a number too', () => {
  const { answer } = edited()
  const other = runWith(answer, REFUSED, 1)
  expect([...(other.chapters[0]?.earlier ?? [])]).toEqual([])
  expect(other.stage?.rules[0]?.resource).toBeUndefined()
  const alone = createAnswerer()
  runWith(alone, BROKEN)
  expect(runWith(alone, REFUSED).stage?.rules[0]?.resource).toBeUndefined()
})

test('an accepted text again is simply accepted', () => {
  const { answer, before } = edited()
  const again = runWith(answer, BROKEN, 0)
  expect(again.signature).toBe(before.signature)
  expect([...(again.chapters[0]?.earlier ?? [])]).toEqual([])
  expect(again.ranges).toEqual(before.ranges)
})

test('of what is only half typed nothing is kept: a refusal leaves what was accepted before the typing', () => {
  const answer = createAnswerer()
  const before = runWith(answer, BROKEN, 0)
  const half = runWith(answer, BROKEN.replace('subset: v3', 'subset: v'), 0, 1)
  expect(half.signature).not.toBe(before.signature)
  const none = runWith(answer, BROKEN.replace('subset: v3', 'subset: '), 0, 1)
  expect(none.diagnostics.find(({ code }) => code === 'REFUSED')).toMatchObject({ isKept: true })
  expect(none.signature).toBe(before.signature)
})

test('a refusal by another typing leaves what the one before it brought into force', () => {
  const answer = createAnswerer()
  runWith(answer, BROKEN, 0)
  const other = runWith(answer, BROKEN.replace('subset: v3', 'subset: v'), 0, 1)
  const none = runWith(answer, BROKEN.replace('subset: v3', 'subset: '), 0, 2)
  expect(none.signature).toBe(other.signature)
})
