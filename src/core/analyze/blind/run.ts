import type { Diagnostic } from '../../base/diagnostic.ts'
import { fill } from '../messages.ts'
import type { BlindFinding, BlindRule, BlindScene } from './blind-rule.ts'
import { BLIND_MESSAGES } from './messages.ts'
import { checkLimits } from './rules/limits.ts'
import { checkFaults, checkLeastConn, checkRulesForHost, checkSubsets } from './rules/meaning.ts'
import { checkUnservedHosts, checkWildcardGateways } from './rules/meaning.ts'
import { checkBackends, checkCredentials, checkPolicySelectors, checkPrincipals } from './rules/references.ts'
import { checkRuleReferences, checkSidecarHosts, checkTargetRefs, checkWaypoints } from './rules/references.ts'
import { checkMethods } from './rules/methods.ts'
import { checkRegexes } from './rules/regexes.ts'
import { checkSkipped } from './rules/skipped.ts'
import { checkTimeouts } from './rules/timeouts.ts'

export const BLIND_RULES: readonly BlindRule[] = [
  checkSkipped,
  checkRuleReferences,
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
export function findBlindSpots(scene: BlindScene): readonly Diagnostic[] {
  const own = new Set(scene.documents)
  return BLIND_RULES.flatMap(rule => rule(scene)).flatMap(finding => toDiagnostic(finding, own))
}

function toDiagnostic({ message, about, values, at }: BlindFinding, own: ReadonlySet<unknown>): readonly Diagnostic[] {
  const { code, severity, title, detail } = BLIND_MESSAGES[message]
  const document = 'document' in about ? about.document : about
  if (!own.has(document)) return []
  const path = 'document' in about ? [...about.path, ...at] : at
  const origin = { documentId: document.id, path }
  return [{ code, severity, title: fill(title, values), detail: fill(detail, values), origin }]
}
