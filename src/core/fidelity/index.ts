export type { FidelityStatus, LedgerRow } from './ledger-row.ts'
export { LEDGER } from './ledger.ts'
