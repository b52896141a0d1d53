import { describe, expect, test } from 'vitest'
import { SCENARIOS } from '../scenarios/index.ts'
import { headlineFor, momentAt } from '../scene/index.ts'
import type { Stage, Tally } from '../scene/index.ts'
import { chapterAt, countedSince, hintsOf, tallyOf } from '../state/index.ts'
import type { Run } from '../state/index.ts'
import { countText, pillText } from '../ui/graph-pane/pill-text.ts'
import { stageTables } from '../ui/stage-table/stage-tables.ts'
import { createAnswerer } from '../worker/answer.ts'

const MOMENTS = [0, 700, 1500, 2300, 4000, 6000, 8500, 9000, 12_500, 16_300, 20_000, 30_000]

function played(text: string) {
  const answer = createAnswerer()
  const ask = { id: 1, opened: 0, proxy: undefined, traffic: undefined, untilMs: 32_000 }
  const given = answer({ kind: 'run', text, ...ask })
  if (given.kind !== 'picture') throw new Error('no picture')
  const run = { picture: given.picture } as unknown as Run
  const at = (nowMs: number) => {
    const asked = answer({ kind: 'metrics', id: 2, fromMs: 0, untilMs: nowMs })
    const [stage, tally] = [chapterAt(run, nowMs)?.stage, tallyOf(run, nowMs)]
    if (!stage || asked.kind !== 'metrics' || !asked.metrics) throw new Error('nothing to look at')
    const moment = momentAt(given.picture.log.happenings, nowMs, countedSince(run, nowMs))
    return { picture: given.picture, stage, tally, moment, metrics: asked.metrics }
  }
  return { at }
}

const percent = (n: number, of: number): string => ((100 * n) / of).toFixed(1)
const count = ({ counts }: Tally, id: string): number => counts.get(id) ?? 0
const grouped = (n: number): string => n.toLocaleString('en-US')

/** By leg: what it got, and what all destinations of its rule got; a copy is of no such sum. */
function legsOf(stage: Stage, tally: Tally) {
  const forwarded = (row: Stage['rules'][number]['rows'][number]) =>
    row.legs.filter(({ setShare }) => setShare !== undefined)
  return new Map(
    stage.rules.flatMap(card =>
      card.rows.flatMap(row => {
        const of = forwarded(row).reduce((sum, { id }) => sum + count(tally, id), 0)
        return forwarded(row).map(({ id }) => [id, { n: count(tally, id), of }] as const)
      }),
    ),
  )
}

describe.each(SCENARIOS)('$title: at many moments', ({ text }) => {
  const { at } = played(text)
  const moments = MOMENTS.map(nowMs => ({ nowMs, ...at(nowMs) }))

  test('percentages of holes, subsets and answers are count by total', () => {
    for (const { stage, tally, moment } of moments) {
      for (const { id } of [...stage.holes, ...stage.replies]) {
        const n = count(tally, id)
        expect([grouped(n), `${grouped(n)} · ${percent(n, tally.total)} %`]).toContain(countText(id, tally))
      }
      for (const { columns, groups } of stageTables({ stage, tally, moment })) {
        const [measured, requests] = [columns.indexOf('Measured') - 1, columns.indexOf('Requests') - 1]
        if (measured < 0 || columns.includes('Set')) continue
        for (const [line = []] of groups.flatMap(({ rows }) => rows.map(({ lines }) => lines))) {
          const n = Number((line[requests] ?? '').replaceAll(',', ''))
          expect(['–', `${percent(n, tally.total)} %`]).toContain(line[measured])
        }
      }
    }
  })

  test('percentages of destinations are count by what their rule sent on: lanes, table, text and Metrics', () => {
    for (const { picture, stage, tally, moment, metrics } of moments) {
      const legs = legsOf(stage, tally)
      const shares = [...legs.values()].map(({ n, of }) => percent(n, of))
      for (const lane of stage.lanes.filter(({ kind, setShare }) => kind === 'split' && setShare !== undefined)) {
        const [, measured] = pillText(stage, lane, tally).split(' · ')
        const { n = 0, of = 0 } = legs.get(lane.from) ?? {}
        if (measured !== undefined) expect(measured).toBe(percent(n, of))
      }
      const rules = stageTables({ stage, tally, moment }).find(({ caption }) => caption === 'Rules')
      for (const line of rules?.groups.flatMap(({ rows }) => rows.flatMap(({ lines }) => lines)) ?? []) {
        if (line[1] !== 'a copy') expect(['–', ...shares.map(share => `${share} %`)]).toContain(line[2])
      }
      for (const { text: said, tone } of hintsOf(text, { ...picture, stage }, tally)) {
        const all = [...legs.values()].flatMap(({ n, of }) => [
          `${grouped(n)} of ${grouped(of)}`,
          `${percent(n, of)} % of ${grouped(of)}`,
        ])
        if (tone === 'plain') expect(all).toContain(said)
      }
      for (const { id, count: n, of } of metrics.splits) expect({ n, of }).toEqual(legs.get(id))
    }
  })

  test('Metrics adds up to what has landed', () => {
    for (const { tally, metrics } of moments) {
      const { all, series, statuses, places, retries } = metrics
      const stretches = [...series.stretches, series.rest]
      const sums = [
        stretches.reduce((sum, { answered }) => sum + answered, 0),
        statuses.reduce((sum, { count: n }) => sum + n, 0),
        places.pods.reduce((sum, { requests }) => sum + requests, places.nowhere + places.turnedAway),
      ]
      expect([all.landed, ...sums]).toEqual([tally.total, tally.total, tally.total, tally.total])
      expect(stretches.reduce((sum, { succeeded }) => sum + succeeded, 0)).toBe(tally.byOutcome.get('succeeded') ?? 0)
      expect(retries.tries).toBe(tally.tries)
    }
  })

  test('the headline says what will be, or what was measured', () => {
    for (const { stage, tally, moment } of moments) {
      const { title } = headlineFor(stage, tally, moment)
      const [, share] = /^([\d.]+) % of requests (?:die|get)/.exec(title) ?? []
      if (share === undefined) continue
      const died = stage.holes.reduce((sum, { id, share }) => sum + (share > 0 ? count(tally, id) : 0), 0)
      expect(Number(share)).toBe(Number(percent(died, tally.total)))
    }
  })
})
