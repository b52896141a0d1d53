import type { LedgerRow } from './ledger-row.ts'
import { ACCEPT_ROWS } from './rows/accept.ts'
import { ACTION_ROWS } from './rows/action.ts'
import { ENDPOINTS_ROWS } from './rows/endpoints.ts'
import { FAILURE_ROWS } from './rows/failure.ts'
import { MATCH_ROWS } from './rows/match.ts'
import { NAMES_ROWS } from './rows/names.ts'
import { POLICY_ROWS } from './rows/policy.ts'
import { SCOPE_ROWS } from './rows/scope.ts'
import { TIME_ROWS } from './rows/time.ts'

/** Every upstream behaviour that is known here, by area. A row moves up only together with its test. */
export const LEDGER: readonly LedgerRow[] = [
  ...NAMES_ROWS,
  ...SCOPE_ROWS,
  ...ACTION_ROWS,
  ...ACCEPT_ROWS,
  ...MATCH_ROWS,
  ...POLICY_ROWS,
  ...TIME_ROWS,
  ...FAILURE_ROWS,
  ...ENDPOINTS_ROWS,
]
