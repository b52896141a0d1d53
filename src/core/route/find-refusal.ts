import type { Origin } from '../base/origin.ts'
import type { EnvoyConfig, Route } from '../envoy/index.ts'

export interface EnvoyRefusal {
  /** In Envoy's words. */
  readonly reason: string
  readonly origin: Origin | undefined
}

const REDIRECT_STATUS = new Set([301, 302, 303, 307, 308])
const IN_RANGE = 'value must be inside range [200, 600'

/**
 * What istiod writes and Envoy refuses: then a running proxy keeps what it had, and a new one has nothing. Statuses
 * that Envoy has no redirect for, and statuses outside 200 to 599. Envoy, route_components.proto, fault.proto [C11] [C18].
 */
export function findRefusal(config: EnvoyConfig): EnvoyRefusal | undefined {
  for (const { virtualHosts } of config.routeConfigs.values()) {
    for (const route of virtualHosts.flatMap(({ routes }) => routes)) {
      const reason = refusalOf(route)
      if (reason !== undefined) return { reason, origin: route.origin }
    }
  }
  return undefined
}

function refusalOf({ action, fault }: Route): string | undefined {
  if (action.kind === 'redirect' && !REDIRECT_STATUS.has(action.status)) return 'field: "action", reason: is required'
  if (action.kind === 'directResponse' && !isInRange(action.status)) {
    return `DirectResponseActionValidationError.Status: ${IN_RANGE}`
  }
  const aborted = fault?.abort?.httpStatus
  return aborted === undefined || isInRange(aborted) ? undefined : `FaultAbortValidationError.HttpStatus: ${IN_RANGE}`
}

function isInRange(status: number): boolean {
  return status >= 200 && status < 600
}
