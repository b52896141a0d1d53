import { describe, expect, test } from 'vitest'
import { SCENARIOS } from '../../scenarios/index.ts'
import { momentAt, tallyAt } from '../../scene/index.ts'
import type { Stage, Tally } from '../../scene/index.ts'
import { createAnswerer } from '../../worker/answer.ts'
import { stageTables } from './stage-tables.ts'
import type { TableRow } from './stage-tables.ts'

/** A Scenario of ours at 15 s, as the picture would show it. */
function shown(id: string) {
  const text = SCENARIOS.find(one => one.id === id)?.text ?? ''
  const given = createAnswerer()({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 20_000 })
  if (given.kind !== 'picture' || !given.picture.stage) throw new Error(JSON.stringify(given))
  const { stage, log } = given.picture
  const tally = tallyAt(log.departures, 15_000)
  return { stage, tally, moment: momentAt(log.happenings, 15_000) }
}

const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''))

function rowsOf(tables: ReturnType<typeof stageTables>): ReadonlyMap<string, TableRow> {
  return new Map(tables.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map(row => [row.id, row] as const))))
}

const last = (row: TableRow | undefined): string | undefined => row?.lines[0]?.at(-1)

/** Ids of all that stands on the picture and has numbers. */
const partsOf = ({ rules, subsets, workloads, holes, replies, client }: Stage): readonly string[] => [
  client.id,
  ...[...rules, ...subsets].flatMap(({ rows }) => rows.map(({ id }) => id)),
  ...workloads.flatMap(({ pods }) => pods.map(({ id }) => id)),
  ...[...holes, ...replies].map(({ id }) => id),
]

describe.each(SCENARIOS.map(({ id }) => id))('the tables of %s', id => {
  const source = shown(id)
  const { stage, tally } = source
  const tables = stageTables(source)
  const rows = rowsOf(tables)
  const counted = (part: string): number => tally.counts.get(part) ?? 0

  test('hold all that the picture holds', () => {
    expect([...rows.keys()].filter(row => !tally.byOutcome.has(row as never))).toEqual(partsOf(stage))
  })

  test('say the counts of the tally', () => {
    const pods = stage.workloads.flatMap(workload => workload.pods)
    for (const part of [...stage.holes, ...stage.replies, ...pods])
      expect(number(last(rows.get(part.id)))).toBe(counted(part.id))
    for (const leg of stage.rules
      .flatMap(card => card.rows)
      .flatMap(({ id: rule, legs }) => legs.map((each, i) => ({ ...each, rule, i }))))
      expect(number(rows.get(leg.rule)?.lines[leg.i]?.at(-1))).toBe(counted(leg.id))
  })

  test('add up: outcomes to all that landed', () => {
    const outcomes = tables.at(-1)?.groups[0]?.rows ?? []
    expect(outcomes.reduce((sum, row) => sum + number(row.lines[0]?.[0]), 0)).toBe(tally.total)
  })

  test('every line has a cell for each column', () => {
    for (const { columns, groups } of tables)
      for (const { head, shared = [], lines } of groups.flatMap(group => group.rows))
        for (const line of lines) expect([head, ...shared, ...line]).toHaveLength(columns.length)
  })
})

test('a canary by hand: of 200 that rule 2 took 118 went to v1, 82 died', () => {
  const { stage } = shown('reviews-canary')
  const [, canary] = stage.rules[0]?.rows ?? []
  const [hole] = stage.holes
  if (!canary || !hole) throw new Error('the canary has a rule and a hole')
  const [v1, v3] = canary.legs.map(({ id }) => id)
  const counts = new Map([
    [canary.id, 200],
    [v1 ?? '', 118],
    [v3 ?? '', 82],
    [hole.id, 82],
  ])
  const tally: Tally = {
    total: 250,
    byOutcome: new Map([
      ['succeeded', 168],
      ['nowhere', 82],
    ]),
    counts,
    inFlight: new Map(),
    settled: { total: 250, counts },
  }
  const rows = rowsOf(stageTables({ stage, tally, moment: momentAt(undefined, 0) }))
  expect(rows.get(canary.id)).toMatchObject({
    head: 'canary',
    shared: ['everyone else', '200'],
    lines: [
      ['v1', '60 %', '59.0 %', '118'],
      ['v3', '40 %', '41.0 %', '82'],
    ],
  })
  expect(rows.get(hole.id)).toMatchObject({
    head: '503 NC',
    lines: [['cluster not found: no subset v3', 'DestinationRule reviews', '32.8 %', '35 %', '82']],
  })
  expect(rows.get('succeeded')?.lines).toEqual([['168', '67.2 %']])
})
