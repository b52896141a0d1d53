import type { Reader } from '../../resources/index.ts'
import { checkCors } from './check-cors.ts'
import { checkRoutes } from './check-destination.ts'
import { checkDirectResponse } from './check-direct-response.ts'
import { checkDuration } from './check-duration.ts'
import { checkFault } from './check-fault.ts'
import { checkAuthorityOnce, checkHeaderOperations } from './check-headers.ts'
import { checkHttpMatches } from './check-http-match.ts'
import { checkMirrorPercent, checkMirrors } from './check-mirrors.ts'
import { checkRedirect } from './check-redirect.ts'
import { checkRetries } from './check-retries.ts'
import { checkRewrite } from './check-rewrite.ts'
import type { Report } from './report.ts'

/** One entry of `http`, in istiod's order. Istio, virtualservice.go, validateHTTPRoute. */
export function checkHttpRule(rule: Reader, isDelegate: boolean, report: Report): void {
  checkConflicts(rule, isDelegate, report)
  checkHttpMatches(rule, report)
  checkHeaderOperations(rule, report)
  checkCors(rule.at('corsPolicy'), report)
  checkFault(rule.at('fault'), report)
  checkMirrorPercent(rule, report)
  checkMirrors(rule, report)
  checkRedirect(rule, report)
  checkDirectResponse(rule.at('directResponse'), report)
  checkRetries(rule.at('retries'), report)
  checkRewrite(rule.at('rewrite'), report)
  checkAuthorityOnce(rule, report)
  checkRoutes(rule, report)
  checkDuration(rule, 'timeout', report)
}

/** Actions that exclude one another ([H13], [H14]). */
function checkConflicts(rule: Reader, isDelegate: boolean, report: Report): void {
  const has = (name: string): boolean => rule.at(name).isPresent
  const routed = rule.list('route').length > 0
  if (!isDelegate && has('delegate')) {
    const root = `root HTTP route ${rule.string('name') ?? ''} must not specify`
    if (has('redirect')) report.error(rule.at('redirect'), `${root} redirect`)
    if (routed) report.error(rule.at('route'), `${root} route`)
    return
  }
  if (has('delegate')) report.error(rule.at('delegate'), 'delegate HTTP route cannot contain delegate')
  if (has('redirect')) {
    if (routed) report.error(rule, 'HTTP route cannot contain both route and redirect')
    if (has('fault')) report.error(rule, 'HTTP route cannot contain both fault and redirect')
    if (has('rewrite')) report.error(rule, 'HTTP route rule cannot contain both rewrite and redirect')
    if (has('directResponse')) report.error(rule, 'HTTP route rule cannot contain both direct_response and redirect')
  } else if (has('directResponse')) {
    if (routed) report.error(rule, 'HTTP route cannot contain both route and direct_response')
    if (has('fault')) report.error(rule, 'HTTP route cannot contain both fault and direct_response')
    if (has('rewrite')) report.error(rule, 'HTTP route rule cannot contain both rewrite and direct_response')
  } else if (!routed) report.error(rule, 'HTTP route, redirect or direct_response is required')
  if (has('mirror') && rule.list('mirrors').length > 0) {
    report.error(rule, 'HTTP route cannot contain both mirror and mirrors')
  }
}
