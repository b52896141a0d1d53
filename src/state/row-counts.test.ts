import { expect, test } from 'vitest'
import type { RowUse } from '../worker/protocol.ts'
import { countRows, rowsOfRequest } from './row-counts.ts'

const USES: readonly RowUse[] = [
  { rows: ['routes:a', 'clusters:v1'], landsAtMs: Float64Array.of(10, 20, 30), numbers: Uint32Array.of(1, 3, 4) },
  { rows: ['routes:a', 'clusters:v2'], landsAtMs: Float64Array.of(20, 40), numbers: Uint32Array.of(2, 5) },
]

test('a row counts the requests that came by it and have landed', () => {
  const { total, byRow } = countRows(USES, 20)
  expect(total).toBe(3)
  expect([...byRow]).toEqual([
    ['routes:a', 3],
    ['clusters:v1', 2],
    ['clusters:v2', 1],
  ])
})

test('the rows of one request are those it came by', () => {
  expect([...rowsOfRequest(USES, 5)]).toEqual(['routes:a', 'clusters:v2'])
  expect(rowsOfRequest(USES, undefined).size).toBe(0)
})
