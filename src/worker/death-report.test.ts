import { describe, expect, test } from 'vitest'
import { once } from '../core/base/once.ts'
import { applyEdits } from '../core/base/text-range.ts'
import { createAnswerer } from './answer.ts'
import type { Explanation, Picture, Repair } from './protocol.ts'
import { ASIDE, CASES, NO_SUBSET } from './testing/death-cases.ts'
import { deployment, rules, scenario, v1, WEB } from './testing/death-texts.ts'

function ask(text: string) {
  const answer = createAnswerer()
  const run = answer({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 20_000 })
  const picture = run.kind === 'picture' ? run.picture : undefined
  const hole = picture?.stage?.holes[0]
  const lost = picture?.log.departures.find(({ course }) => course.end === hole?.id)
  const number = lost?.numbers[0]
  if (!picture || !hole || number === undefined) throw new Error('nothing dies')
  const told = answer({ kind: 'explain', id: 2, number })
  const tried = answer({ kind: 'repairs', id: 3, number })
  if (told.kind !== 'explanation' || !told.explanation?.death || tried.kind !== 'repairs') throw new Error('no death')
  return { picture, hole, explanation: told.explanation, death: told.explanation.death, repairs: tried.repairs }
}

/** The chain behind the rule's step: what is said, and how the text begins there. */
function chainOf(text: string, { death }: { readonly death: NonNullable<Explanation['death']> }) {
  return death.chain.map(({ title, range }) => [title, range && text.slice(range.start, range.end).split('\n')[0]])
}

describe.each(CASES)('$name', ({ text, label, chain, repairs }) => {
  const told = once(() => ask(text))

  test('the chain leads from the rule to the answer, each link at its place', () => {
    expect(told().hole.label).toBe(label)
    expect(chainOf(text, told())).toEqual(chain)
  })

  test('the repairs are those that help, and they do', () => {
    expect(told().repairs.map(({ title }) => title)).toEqual(repairs)
    for (const repair of told().repairs) expect(failedAfter(text, repair)).toBe(repair.tried?.failedThen)
  })
})

/** The repaired text, played anew. */
function failedAfter(text: string, { edits, tried }: Repair): number {
  const answer = createAnswerer()
  const { picture } = answer({
    kind: 'run',
    id: 1,
    text: applyEdits(text, edits),
    proxy: undefined,
    traffic: undefined,
    untilMs: 20_000,
  }) as { readonly picture: Picture }
  return picture.log.departures
    .filter(({ course }) => course.outcome !== 'succeeded')
    .flatMap(({ atMs }) => [...atMs].filter(at => at <= (tried?.forMs ?? 0))).length
}

test('a repair counts what a pod answers 5xx to as well, of as many requests as before', () => {
  const text =
    NO_SUBSET +
    deployment('web', '-v9').replace(/version: -v9/, 'version: v1') +
    scenario('rate: 50/s', '{ name: web, errors: 40%, status: 500 }, { name: web-v9, errors: 40%, status: 500 }')
  const { repairs } = ask(text)
  expect(repairs.length).toBeGreaterThan(0)
  for (const { tried } of repairs) {
    const { failedNow = 0, ofNow = 0, failedThen = 0, ofThen = 0 } = tried ?? {}
    // All of 10 s at 50 a second, of which 40 in 100 fail: 200, give or take four standard deviations of 11.
    expect([failedNow, ofNow, ofThen]).toEqual([500, 500, 500])
    expect(Math.abs(failedThen - 200)).toBeLessThan(44)
  }
})

test('what would still fail, of another cause, once this one is mended', () => {
  const [moved] = ask(ASIDE).repairs
  const { failedNow, failedThen, ofThen, remains } = moved?.tried ?? {}
  expect([failedNow, failedThen, remains?.failed]).toEqual([ofThen, ofThen, ofThen])
  expect(remains?.of).toBe('503 UC: pods of web take mTLS only: the request comes in plain text')
})

test('who dies, by class, and when', () => {
  const { death, picture, hole } = ask(NO_SUBSET)
  const all = picture.log.departures.filter(({ course }) => course.end === hole.id)
  expect(death.hole).toBe(hole.id)
  expect(death.classes.reduce((sum, { landsAtMs }) => sum + landsAtMs.length, 0)).toBe(
    all.reduce((sum, { atMs }) => sum + atMs.length, 0),
  )
})

test('what is wrong where it dies, and not beside it', () => {
  const split = rules(
    '{ route: [{ destination: { host: web, subset: v9 }, weight: 99 }, { destination: { host: web, port: { number: 81 } }, weight: 1 }] }',
  )
  const { picture, death } = ask(WEB + split + v1)
  expect(picture.diagnostics.map(({ title }) => title)).toContain('Service web has no port 81')
  expect(death.problems).toEqual([{ code: 'IST0101', title: 'No DestinationRule defines subset v9' }])
})

test('a request that comes through has no death', () => {
  const answer = createAnswerer()
  answer({ kind: 'run', id: 1, text: WEB, proxy: undefined, traffic: undefined, untilMs: 1000 })
  const told = answer({ kind: 'explain', id: 2, number: 1 })
  expect(told.kind === 'explanation' && told.explanation?.death).toBeUndefined()
  expect(answer({ kind: 'repairs', id: 3, number: 1 })).toMatchObject({ repairs: [] })
})
