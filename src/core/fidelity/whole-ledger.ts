import type { LedgerRow } from './ledger-row.ts'
import { LEDGER as ROWS } from './ledger.ts'
import { FIELDS_OF_ROWS, UNUSED_ROWS } from './unused-rows.ts'

/** Every upstream behaviour that is known here, with the fields that ask for those that are not modelled. */
export const LEDGER: readonly LedgerRow[] = [
  ...ROWS.map(row => {
    const uses = row.status === 'modelled' ? undefined : FIELDS_OF_ROWS[row.behaviour]
    return uses ? { ...row, uses } : row
  }),
  ...UNUSED_ROWS,
]
