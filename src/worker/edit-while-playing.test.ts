import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createAnswerer } from './answer.ts'
import type { Picture } from './protocol.ts'

const deployment = (name: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec: { template: { metadata: { labels: { app: ${name} } } } }
`
const textOf = (timeout: string, spec: string) => `${deployment('client')}${deployment('web')}---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web }
spec: { hosts: [web], http: [{ timeout: ${timeout}, retries: { attempts: 0 }, route: [{ destination: { host: web } }] }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web }
spec: { host: web }
---
apiVersion: meshscope/v1
kind: Scenario
metadata: { name: time }
spec:
  seed: 3
  clients: [{ from: client, url: 'http://web/', rate: 50/s }]
  ${spec}
`
const BROKEN = 'workloads: [{ name: web, status: 503, from: 6.3s, to: 9s }]'
const UNTIL_MS = 14_000

/** Texts one after the other, each written at its moment of the one clock. */
function play(...texts: readonly (readonly [atMs: number, text: string])[]): readonly Picture[] {
  const answer = createAnswerer()
  const pictures: Picture[] = []
  for (const [nowMs, text] of texts) {
    const last = pictures.at(-1)
    const before = last && { beginning: last.beginning, fromMs: last.log.fromMs, untilMs: last.log.untilMs }
    const given = answer({
      kind: 'run',
      id: 1,
      text,
      opened: 1,
      proxy: undefined,
      traffic: undefined,
      untilMs: Math.max(UNTIL_MS, nowMs),
      nowMs,
      before,
    })
    if (given.kind !== 'picture') throw new Error(JSON.stringify(given))
    pictures.push(given.picture)
  }
  return pictures
}

const sentIn = (picture: Picture | undefined) =>
  (picture?.log.departures ?? [])
    .flatMap(({ course, atMs }) => [...atMs].map(at => ({ at, outcome: course.outcome })))
    .sort((a, b) => a.at - b.at)

const lostIn = (picture: Picture | undefined) => sentIn(picture).filter(({ outcome }) => outcome !== 'succeeded')

describe('an edit of a route at 8 s, while pods fail from 6.3 s to 9 s', () => {
  const [, edited] = play([0, textOf('5s', BROKEN)], [8000, textOf('6s', BROKEN)])

  test('begins a run at 8 s whose pods go on to fail until 9 s', () => {
    expect(edited?.log.fromMs).toBe(8000)
    expect(edited?.chapters.map(({ fromMs }) => fromMs)).toEqual([8000])
    // 50 a second: one in each slot of 20 ms.
    expect(sentIn(edited)).toHaveLength(300)
    expect(sentIn(edited)[0]?.at).toBeGreaterThanOrEqual(8000)
    const times = lostIn(edited).map(({ at }) => at)
    expect(times).toHaveLength(50)
    expect(Math.max(...times)).toBeLessThan(9000)
  })

  test('has marks of what is still to come alone, and knows since when pods fail', () => {
    const { marks = [], faults = [] } = edited?.log.happenings ?? {}
    expect(marks.map(({ kind, atMs }) => [kind, atMs])).toEqual([['healed', 9000]])
    expect(faults.map(({ fromMs }) => fromMs)).toEqual([6300])
  })

  test('numbers its requests from 1', () => {
    const numbers = (edited?.log.departures ?? []).flatMap(({ numbers: own }) => [...own])
    expect([Math.min(...numbers), Math.max(...numbers)]).toEqual([1, 300])
  })
})

test('whenever an edit is made, all that follows is what the new text has at that time from the beginning', () => {
  const [whole] = play([0, textOf('6s', BROKEN)])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12_000 }), nowMs => {
      const [, edited] = play([0, textOf('5s', BROKEN)], [nowMs, textOf('6s', BROKEN)])
      expect(sentIn(edited)).toEqual(sentIn(whole).filter(({ at }) => at >= nowMs))
    }),
    { numRuns: 8 },
  )
})

describe('steps of the Scenario', () => {
  const STEPS = 'steps: [{ at: 1s, delete: [Deployment/web] }, { at: 5s, apply: [DestinationRule/web] }]'

  test('that were done stay done: after an edit at 3 s nobody is there, as before', () => {
    const [first, edited] = play([0, textOf('5s', STEPS)], [3000, textOf('6s', STEPS)])
    expect(first?.chapters.length).toBeGreaterThan(1)
    expect(edited?.chapters[0]).toMatchObject({ fromMs: 3000, label: '' })
    expect(edited?.chapters[0]?.stage.holes.map(({ label }) => label)).toEqual(['503 UH'])
    expect(lostIn(edited)).toHaveLength(sentIn(edited).length)
  })

  test('that are still to come come at their time', () => {
    const [, edited] = play([0, textOf('5s', STEPS)], [500, textOf('6s', STEPS)])
    const [firstLost] = lostIn(edited)
    expect(firstLost?.at).toBeGreaterThan(1000)
    expect(firstLost?.at).toBeLessThan(1500)
    expect(lostIn(edited)).toHaveLength(sentIn(edited).filter(({ at }) => at >= (firstLost?.at ?? 0)).length)
  })
})

describe('clients of the Scenario', () => {
  const ended = (times: string) => textOf('5s', '').replace('rate: 50/s', `rate: 50/s, ${times}`)
  const edit = (text: string) => text.replace('timeout: 5s', 'timeout: 6s')

  test.each([
    ['start: 4s', 8000, 8000, 300],
    ['start: 9s', 8000, 9000, 250],
    ['end: 9s', 8000, 8000, 50],
    ['end: 7s', 8000, undefined, 0],
  ])('%s: from %i ms on the first leaves after %j ms, %i in all', (times, nowMs, firstMs, count) => {
    const [, edited] = play([0, ended(times)], [nowMs, edit(ended(times))])
    const sent = sentIn(edited)
    expect(sent).toHaveLength(count)
    if (firstMs !== undefined) expect(Math.floor((sent[0]?.at ?? 0) / 20) * 20).toBe(firstMs)
  })
})

describe('edits that the run in force does not begin anew for', () => {
  test('a comment: the same run, told as far as it was', () => {
    const [, edited, commented] = play(
      [0, textOf('5s', BROKEN)],
      [8000, textOf('6s', BROKEN)],
      [9500, `# comment\n${textOf('6s', BROKEN)}`],
    )
    expect(commented?.signature).toBe(edited?.signature)
    expect(commented?.log.fromMs).toBe(8000)
    expect(sentIn(commented)).toEqual(sentIn(edited))
  })

  test('pods that are broken later: it goes on with what has been, and undo takes that back', () => {
    const more = BROKEN.replace(' }]', ' }, { name: web, status: 500, from: 10s }]')
    const [, edited, broken, undone] = play(
      [0, textOf('5s', BROKEN)],
      [8000, textOf('6s', BROKEN)],
      [9500, textOf('6s', more)],
      [10_500, textOf('6s', BROKEN)],
    )
    expect([broken?.beginning, broken?.log.fromMs]).toEqual([edited?.beginning, 8000])
    const until = (picture: Picture | undefined) => sentIn(picture).filter(({ at }) => at < 10_000)
    expect(until(broken)).toEqual(until(edited))
    expect(lostIn(broken).length).toBe(lostIn(edited).length + 200)
    expect(sentIn(undone)).toEqual(sentIn(edited))
  })

  test('what pods do when it begins is part of its beginning', () => {
    const other = BROKEN.replace('503', '500')
    const [, edited, changed] = play(
      [0, textOf('5s', BROKEN)],
      [8000, textOf('6s', BROKEN)],
      [10_000, textOf('6s', other)],
    )
    expect(changed?.beginning).not.toBe(edited?.beginning)
    expect(changed?.log.fromMs).toBe(10_000)
    expect(lostIn(changed)).toEqual([])
  })
})

test('another text begins at 0', () => {
  const [picture] = play([0, textOf('5s', BROKEN)])
  expect(picture?.log.fromMs).toBe(0)
})
