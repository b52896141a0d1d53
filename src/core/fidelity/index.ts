export { LEDGER, type LedgerRow, type Status } from './ledger.ts'
