import type { ProxyId } from '../../core/base/ids.ts'
import type { Origin } from '../../core/base/origin.ts'
import type { World } from '../../core/pipeline/index.ts'
import type { Decision, HttpRequest, Router, Trace } from '../../core/route/index.ts'
import type { Cause } from '../way.ts'

/** One request that came to nothing, and what it was sent into. */
export interface Death {
  readonly cause: Cause
  readonly decision: Decision
  readonly trace: Trace
  readonly request: HttpRequest
  /** What its proxy routed by. */
  readonly router: Router
  readonly world: World
  readonly proxy: ProxyId
  /** How long its caller waits; absent: as long as it takes. */
  readonly patienceMs?: number | undefined
}

/** One step of why: each follows from the one before, and the last is the answer. */
export interface CauseLink {
  readonly title: string
  /** May be empty. */
  readonly detail: string
  /** A name that a proxy uses: the cluster's. */
  readonly code?: string
  readonly origin: Origin | undefined
}

/** The namespace that short names are looked up from. */
export const namespaceOf = (proxy: ProxyId): string => proxy.slice(proxy.lastIndexOf('.') + 1)

/** `a`, `a and b`, `a, b and c`; of many the first, and how many more. */
export function listed(names: readonly string[]): string {
  const most = 4
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${String(names.length - most)} more`
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
