import type { Refusal, Route, VirtualHost } from '../envoy/index.ts'

const REDIRECT_CODES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * What Envoy finds wrong with routes that istiod sends all the same: its own limits on redirect codes and on the
 * statuses of aborts and direct responses. Envoy, route_components.proto, fault.proto [C11][C18][C63].
 */
export function findRefusal(virtualHosts: readonly VirtualHost[]): Refusal | undefined {
  for (const { routes } of virtualHosts) {
    for (const route of routes) {
      const reason = reasonToRefuse(route)
      if (reason) return { reason, origin: route.origin }
    }
  }
  return undefined
}

function reasonToRefuse({ action, fault }: Route): string | undefined {
  if (action.kind === 'redirect' && !REDIRECT_CODES.has(action.status)) return 'field: "action", reason: is required'
  if (action.kind === 'directResponse' && isOutside(action.status)) {
    return 'DirectResponseActionValidationError.Status: value must be inside range [200, 600'
  }
  const abort = fault?.abort?.httpStatus
  if (abort !== undefined && isOutside(abort)) {
    return 'FaultAbortValidationError.HttpStatus: value must be inside range [200, 600'
  }
  return undefined
}

const isOutside = (status: number) => status < 200 || status >= 600
