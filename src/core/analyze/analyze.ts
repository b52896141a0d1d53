import type { Diagnostic } from '../base/diagnostic.ts'
import type { ProxyId } from '../base/ids.ts'
import { below, isWithin } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { Mesh } from '../mesh/index.ts'
import type { Resource } from '../resources/index.ts'
import type { Router } from '../route/index.ts'
import { nodeOf } from '../yaml/index.ts'
import type { ParsedText } from '../yaml/index.ts'
import { gatherFacts } from './facts.ts'
import type { Rule } from './rule.ts'
import { checkAliasDestination } from './rules/alias-destination.ts'
import { checkCaseOfValue } from './rules/case-of-value.ts'
import { checkConflictingHosts } from './rules/conflicting-hosts.ts'
import { checkDestinationHost } from './rules/destination-host.ts'
import { checkDestinationPort } from './rules/destination-port.ts'
import { checkDialledPort } from './rules/dialled-port.ts'
import { checkDestinationRulePlace } from './rules/destination-rule-place.ts'
import { checkEnvoyRefusal } from './rules/envoy-refusal.ts'
import { checkFidelity } from './rules/fidelity-notes.ts'
import { checkGatewayNames } from './rules/gateway-names.ts'
import { checkHiddenByExport } from './rules/hidden-by-export.ts'
import { checkLegWithoutWeight } from './rules/leg-without-weight.ts'
import { checkMissingSubset } from './rules/missing-subset.ts'
import { checkMultipliedRetries } from './rules/multiplied-retries.ts'
import { checkNoCatchAll } from './rules/no-catch-all.ts'
import { checkNoReadyPod } from './rules/no-ready-pod.ts'
import { checkNobodyBehind } from './rules/nobody-behind.ts'
import { checkOutlierDetection } from './rules/outlier-detection.ts'
import { checkPrefixInsideSegment } from './rules/prefix-inside-segment.ts'
import { checkRouteParents } from './rules/route-parents.ts'
import { checkScenario } from './rules/scenario.ts'
import { checkSubsetWithoutPods } from './rules/subset-without-pods.ts'
import { checkTransport } from './rules/transport-disagreement.ts'
import { checkUnboundGateway } from './rules/unbound-gateway.ts'
import { checkUnknownHost } from './rules/unknown-host.ts'
import { checkUnreachableRule } from './rules/unreachable-rule.ts'
import { checkWeightSum } from './rules/weight-sum.ts'

export const RULES: readonly Rule[] = [
  checkDestinationHost,
  checkDestinationPort,
  checkDialledPort,
  checkAliasDestination,
  checkMissingSubset,
  checkEnvoyRefusal,
  checkConflictingHosts,
  checkUnreachableRule,
  checkSubsetWithoutPods,
  checkNoReadyPod,
  checkNobodyBehind,
  checkTransport,
  checkRouteParents,
  checkGatewayNames,
  checkUnboundGateway,
  checkNoCatchAll,
  checkUnknownHost,
  checkDestinationRulePlace,
  checkLegWithoutWeight,
  checkWeightSum,
  checkOutlierDetection,
  checkPrefixInsideSegment,
  checkCaseOfValue,
  checkHiddenByExport,
  checkMultipliedRetries,
  checkScenario,
  checkFidelity,
]

export interface Analyzed {
  readonly parsed: ParsedText
  /** What the text holds and is not refused; what is assumed stands in the mesh only. */
  readonly resources: readonly Resource[]
  readonly mesh: Mesh
  /** Where those begin that the cluster keeps from an earlier text: nothing is said at what this one does not hold. */
  readonly kept?: readonly Origin[]
  /** Documents that a Scenario's steps hold. */
  readonly inSteps?: readonly Resource[]
  /** Where proxies are compiled already. */
  readonly routerFor?: (proxy: ProxyId) => Router
}

/** What the resources of a text do wrong together. Repairs are in absolute offsets of `parsed.text`. */
export function analyze({ parsed, resources, mesh, inSteps, routerFor, kept = [] }: Analyzed): readonly Diagnostic[] {
  const facts = gatherFacts(parsed, resources, mesh, inSteps, routerFor)
  const isSuppressed = createSuppression(parsed, resources)
  const isSaid = ({ origin }: Diagnostic): boolean => !kept.some(earlier => isWithin(origin, earlier))
  return RULES.flatMap(rule => rule(facts)).filter(diagnostic => isSaid(diagnostic) && !isSuppressed(diagnostic))
}

const SUPPRESS = 'galley.istio.io/analyze-suppress'

/** Codes of Istio's that a resource asks to be left alone with, by an annotation: some or, by `*`, all. */
function createSuppression(parsed: ParsedText, resources: readonly Resource[]) {
  const byDocument = new Map<number, readonly { readonly origin: Origin; readonly codes: readonly string[] }[]>()
  for (const { origin } of resources) {
    const node = nodeOf(parsed, below(origin, 'metadata', 'annotations', SUPPRESS))
    if (node?.kind !== 'scalar') continue
    const codes = String(node.value).split(',')
    byDocument.set(origin.documentId, [...(byDocument.get(origin.documentId) ?? []), { origin, codes }])
  }
  return ({ code, origin: { documentId, path } }: Diagnostic): boolean =>
    code.startsWith('IST') &&
    (byDocument.get(documentId) ?? []).some(
      ({ origin, codes }) =>
        (codes.includes(code) || codes.includes('*')) && origin.path.every((step, i) => path[i] === step),
    )
}
