import { concludeForwarding, createSeededChance } from '../route/index.ts'
import type { Decision, Router } from '../route/index.ts'
import type { RequestRecord } from './event-log.ts'
import { isForwarding } from './send-request.ts'
import { requestOf } from './vary-request.ts'

/** Where a request that is still on its way would end if its last try were answered now; undefined before its first. */
export function presumeAnswer(record: RequestRecord, router: Router): Decision | undefined {
  const last = record.tries.at(-1)
  const begun = router.begin(requestOf(record.requestClass, record.index), createSeededChance(record.seed))
  if (!last || !isForwarding(begun)) return undefined
  const attempts = record.tries.length
  const rest = { exhausted: false, elapsedMs: 0, backOffMs: 0 }
  return concludeForwarding(begun, { result: 200, attempts, arrivals: attempts, endpoint: last.endpoint, ...rest }, [])
}
