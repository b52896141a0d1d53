import { countUntil } from '../scene/index.ts'
import type { RowUse } from '../worker/protocol.ts'

/** How many of the requests that landed by `atMs` came by each row (`section:id`), and how many landed at all. */
export function countRows(uses: readonly RowUse[], atMs: number) {
  const byRow = new Map<string, number>()
  let total = 0
  for (const { rows, landsAtMs } of uses) {
    const landed = countUntil(landsAtMs, atMs)
    total += landed
    for (const row of rows) byRow.set(row, (byRow.get(row) ?? 0) + landed)
  }
  return { total, byRow }
}

/** The rows that one request came by. */
export function rowsOfRequest(uses: readonly RowUse[], number: number | undefined): ReadonlySet<string> {
  const use = number === undefined ? undefined : uses.find(({ numbers }) => numbers.includes(number))
  return new Set(use?.rows)
}
