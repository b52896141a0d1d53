import type { Diagnostic } from '../../base/diagnostic.ts'
import type { ParsedText } from '../../yaml/index.ts'
import { fill } from '../messages.ts'
import type { BlindFinding, BlindRule, BlindScene } from './blind-rule.ts'
import { fixFor } from './fixes.ts'
import { BLIND_MESSAGES } from './messages.ts'
import type { BlindMessage } from './messages.ts'
import { checkBackends } from './rules/backends.ts'
import { checkCredentials } from './rules/credentials.ts'
import { checkDelegates } from './rules/delegates.ts'
import { checkFaults } from './rules/faults.ts'
import { checkLeastConn } from './rules/least-conn.ts'
import { checkLimits } from './rules/limits.ts'
import { checkMatchGateways } from './rules/match-gateways.ts'
import { checkMethods } from './rules/methods.ts'
import { checkPolicySelectors } from './rules/policy-selectors.ts'
import { checkPrincipals } from './rules/principals.ts'
import { checkRegexes } from './rules/regexes.ts'
import { checkRulesForHost } from './rules/rules-for-host.ts'
import { checkSidecarHosts } from './rules/sidecar-hosts.ts'
import { checkSkipped } from './rules/skipped.ts'
import { checkSubsets } from './rules/subsets.ts'
import { checkTargetRefs } from './rules/target-refs.ts'
import { checkTimeouts } from './rules/timeouts.ts'
import { checkUnservedHosts } from './rules/unserved-hosts.ts'
import { checkWaypoints } from './rules/waypoints.ts'
import { checkWildcardGateways } from './rules/wildcard-gateways.ts'

export const BLIND_RULES: readonly BlindRule[] = [
  checkSkipped,
  checkMatchGateways,
  checkDelegates,
  checkBackends,
  checkCredentials,
  checkPolicySelectors,
  checkTargetRefs,
  checkWaypoints,
  checkPrincipals,
  checkSidecarHosts,
  checkFaults,
  checkRulesForHost,
  checkUnservedHosts,
  checkWildcardGateways,
  checkSubsets,
  checkLeastConn,
  checkLimits,
  checkMethods,
  checkRegexes,
  checkTimeouts,
]

/** What istioctl does not see of a text; nothing about what is only assumed. */
export function findBlindSpots(scene: BlindScene, parsed: ParsedText): readonly Diagnostic[] {
  const own = new Set(scene.documents)
  return BLIND_RULES.flatMap(rule => rule(scene)).flatMap(finding => toDiagnostic(finding, own, parsed))
}

function toDiagnostic(finding: BlindFinding, own: ReadonlySet<unknown>, parsed: ParsedText): readonly Diagnostic[] {
  const { message, about, values, at, isLeftOut } = finding
  const said: BlindMessage = BLIND_MESSAGES[message]
  const { title, detail } = isLeftOut && said.leftOut ? said.leftOut : said
  const severity = isLeftOut ? 'info' : said.severity
  const document = 'document' in about ? about.document : about
  if (!own.has(document)) return []
  const path = 'document' in about ? [...about.path, ...at] : at
  const origin = { documentId: document.id, path }
  const fix = fixFor(parsed, finding, origin)
  const words = { title: fill(title, values), detail: fill(detail, values) }
  return [{ code: said.code, severity, ...words, origin, ...(fix && { fix }) }]
}
