import { describe, expect, test } from 'vitest'
import { SCENARIOS } from '../../scenarios/index.ts'
import { createAnswerer } from '../../worker/answer.ts'
import { deckOf } from './deck-of.ts'
import { nameOf } from './deck-step.ts'

const textOf = (id: string) => SCENARIOS.find(one => one.id === id)?.text ?? ''

function deckFor(text: string) {
  const given = createAnswerer()({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 60_000 })
  if (given.kind !== 'picture') throw new Error(JSON.stringify(given))
  return { picture: given.picture, deck: deckOf(text, given.picture) }
}

const wordsAt = (text: string, range: { readonly start: number; readonly end: number } | undefined) =>
  range && text.slice(range.start, range.end)

describe('without a presentation, what the run shows', () => {
  const text = textOf('reviews-canary')
  const { picture, deck } = deckFor(text)

  test('who calls, the split, the first loss, its cause, the repair, and what that comes to', () => {
    expect(deck.map(nameOf)).toEqual([
      'productpage calls reviews',
      '60 % to v1, 40 % to v3',
      'The first one fails: 503 NC',
      'No DestinationRule defines subset v3',
      'Add subset v3',
      'what it comes to',
    ])
  })

  test('the first loss is the first of the log', () => {
    const turns = picture.log.departures
      .filter(({ course }) => course.outcome !== 'succeeded')
      .map(({ atMs, course }) => (atMs[0] ?? Infinity) + course.turnsAtMs)
    expect(deck[2]?.atMs).toBe(Math.min(...turns))
    expect(deck[2]?.focus).toBe(picture.stage?.holes[0]?.id)
  })

  test('the weights are spoken of, and the lines that the repair adds', () => {
    expect(deck[1]?.marks.map(range => wordsAt(text, range))).toEqual(['weight: 60', 'weight: 40'])
    const repaired = deck[4]?.text ?? ''
    expect(repaired).not.toBe(text)
    expect(wordsAt(repaired, deck[4]?.lines)).toMatch(/^- name: v3\n\s+labels:/)
    expect(deckFor(repaired).picture.stage?.holes).toEqual([])
  })
})

test('where nothing is lost no step says so', () => {
  const { deck } = deckFor(textOf('canary-90-10'))
  expect(deck.map(nameOf)).toEqual(['productpage calls reviews', '90 % to v1, 10 % to v2', 'what it comes to'])
})

test('nothing runs, nothing to present', () => {
  expect(deckFor('').deck).toEqual([])
})

describe.each(SCENARIOS.filter(({ text }) => text.includes('\n  presentation:')))(
  '$id has steps of its own',
  ({ text }) => {
    const { picture, deck } = deckFor(text)

    test('in order of time, each within the run', () => {
      const times = deck.map(({ atMs }) => atMs)
      expect(times.length).toBeGreaterThan(3)
      expect([...times].sort((a, b) => a - b)).toEqual(times)
      expect(Math.max(...times)).toBeLessThan(picture.log.untilMs)
    })

    test('each has notes, and where it shows lines they are at most ten, all that is spoken of among them', () => {
      for (const { notes, lines, marks } of deck) {
        expect(notes).toMatch(/\S/)
        expect((wordsAt(text, lines) ?? '').split('\n').length).toBeLessThanOrEqual(10)
        for (const mark of marks) expect(lines && mark.start >= lines.start && mark.end <= lines.end).toBe(true)
      }
    })
  },
)

test('two examples at least are ready to be presented', () => {
  expect(SCENARIOS.filter(({ text }) => text.includes('\n  presentation:')).length).toBeGreaterThanOrEqual(2)
})
