import type { LedgerRow } from './ledger-row.ts'

/** Where the page shows a row: `#/fidelity/outlier-detection-takes…`. */
export function linkOf({ behaviour }: LedgerRow): string {
  return `#/fidelity/${slugOf(behaviour)}`
}

/** The row that an address leads to. */
export function rowOfLink(ledger: readonly LedgerRow[], hash: string): LedgerRow | undefined {
  return ledger.find(row => linkOf(row) === hash)
}

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
