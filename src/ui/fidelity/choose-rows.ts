import type { FidelityStatus, LedgerRow } from '../../core/fidelity/index.ts'

export interface RowsOfArea {
  readonly area: LedgerRow['area']
  readonly rows: readonly LedgerRow[]
}

/** Rows of one status (or all) that hold every word of `text` somewhere, by area in the ledger's order. */
export function chooseRows(
  ledger: readonly LedgerRow[],
  status: FidelityStatus | undefined,
  text: string,
): readonly RowsOfArea[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const areas = new Map<LedgerRow['area'], LedgerRow[]>()
  for (const row of ledger) {
    if (status !== undefined && row.status !== status) continue
    const said = [row.area, row.behaviour, row.differs, row.upstream, ...(row.uses ?? []).map(use => use.kind)]
    const all = said.join(' ').toLowerCase()
    if (!words.every(word => all.includes(word))) continue
    const rows = areas.get(row.area)
    if (rows) rows.push(row)
    else areas.set(row.area, [row])
  }
  return [...areas].map(([area, rows]) => ({ area, rows }))
}

/** How many rows have each status. */
export function countByStatus(ledger: readonly LedgerRow[]): Readonly<Record<FidelityStatus, number>> {
  const counts = { modelled: 0, simplified: 0, absent: 0 }
  for (const { status } of ledger) counts[status]++
  return counts
}
