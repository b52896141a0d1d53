import { below } from '../base/origin.ts'
import type { Path } from '../base/origin.ts'
import type { Refusal, Route, VirtualHost } from '../envoy/index.ts'
import type { HttpRule } from '../resources/index.ts'
import { refusedOperator } from './header-operators.ts'
import { refusedName } from './refused-names.ts'

const REDIRECT_CODES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** Statuses that a rule asks for, as far as Envoy has limits of its own on them. */
interface Statuses {
  readonly redirect: number | undefined
  readonly directResponse: number | undefined
  readonly abort: number | undefined
}

export interface RefusedField {
  /** Envoy's own words. */
  readonly reason: string
  readonly status: number
  /** Below the rule: `['redirect', 'redirectCode']`. */
  readonly path: Path
}

/**
 * What Envoy finds wrong with routes that istiod sends all the same: its own limits on redirect codes, on the statuses of
 * aborts and direct responses and on sums of weights, and operators in header values that it does not know. Envoy, route_components.proto, fault.proto [C11][C18][C63].
 */
export function findRefusal(virtualHosts: readonly VirtualHost[]): Refusal | undefined {
  for (const { routes } of virtualHosts) {
    for (const route of routes) {
      const refused = refusedStatus(statusesOfRoute(route))
      if (refused) return { reason: refused.reason, origin: route.origin && below(route.origin, ...refused.path) }
      const reason = refusedWeights(route) ?? refusedName(route) ?? refusedOperator(route)
      if (reason !== undefined) return { reason, origin: route.origin }
    }
  }
  return undefined
}

/** Envoy adds weights up in 32 bits. Envoy, weighted_cluster_specifier.cc. */
function refusedWeights({ name, action }: Route): string | undefined {
  if (action.kind !== 'forward' || action.clusters.length < 2 || action.totalWeight < 2 ** 32) return undefined
  return `The sum of weights of all weighted clusters of route ${name} exceeds 4294967295`
}

/** The same of a rule, whoever gets it. */
export function findRefusedField({ redirect, directResponse, fault }: HttpRule): RefusedField | undefined {
  return refusedStatus({
    redirect: redirect && (redirect.redirectCode ?? 301),
    directResponse: directResponse?.status,
    abort: fault?.abort?.httpStatus,
  })
}

function statusesOfRoute({ action, fault }: Route): Statuses {
  return {
    redirect: action.kind === 'redirect' ? action.status : undefined,
    directResponse: action.kind === 'directResponse' ? action.status : undefined,
    abort: fault?.abort?.httpStatus,
  }
}

function refusedStatus({ redirect, directResponse, abort }: Statuses): RefusedField | undefined {
  if (redirect !== undefined && !REDIRECT_CODES.has(redirect)) {
    return { reason: 'field: "action", reason: is required', status: redirect, path: ['redirect', 'redirectCode'] }
  }
  if (directResponse !== undefined && isOutside(directResponse)) {
    const reason = `DirectResponseActionValidationError.Status: ${RANGE}`
    return { reason, status: directResponse, path: ['directResponse', 'status'] }
  }
  if (abort === undefined || !isOutside(abort)) return undefined
  return {
    reason: `FaultAbortValidationError.HttpStatus: ${RANGE}`,
    status: abort,
    path: ['fault', 'abort', 'httpStatus'],
  }
}

const RANGE = 'value must be inside range [200, 600'

const isOutside = (status: number): boolean => status < 200 || status >= 600
