import type { IstioctlRule } from './finding.ts'
import { checkAnnotations } from './rules/annotations.ts'
import { checkAuthorizationPolicies, checkGatewaySelectors } from './rules/authorization-policies.ts'
import { checkBlockedCidrs, checkConditions, checkCrdVersions, checkDeprecations } from './rules/conditions.ts'
import { checkConflictingHosts } from './rules/conflicting-hosts.ts'
import { checkDestinationHosts } from './rules/destination-hosts.ts'
import { checkCaCertificates, checkRuleSubsets } from './rules/destination-rules.ts'
import { checkDestinationSubsets } from './rules/destination-subsets.ts'
import { checkEnvoyFilters } from './rules/envoy-filters.ts'
import { checkGatewayCertificates } from './rules/gateway-certificates.ts'
import { checkGatewayConflicts } from './rules/gateway-conflicts.ts'
import { checkGatewayNames } from './rules/gateway-names.ts'
import { checkGatewayPorts } from './rules/gateway-pods.ts'
import { checkGatewaySecrets } from './rules/gateway-secrets.ts'
import { checkIngressSubsets } from './rules/ingress-subsets.ts'
import { checkAutoImages, checkInjection, checkUsers } from './rules/injection.ts'
import { checkJwtClaims } from './rules/jwt-claims.ts'
import { checkEntryAddresses, checkEntryProtocols } from './rules/service-entries.ts'
import { checkAssociations, checkPortNames } from './rules/services.ts'
import { checkSidecars } from './rules/sidecars.ts'
import { checkLightstep, checkTelemetryProviders, checkTelemetrySelectors } from './rules/telemetries.ts'
import { checkWebhook } from './rules/webhook.ts'

/** All of istioctl's analyzers that look at what a text can hold. */
export const ISTIOCTL_RULES: readonly IstioctlRule[] = [
  checkWebhook,
  checkDestinationHosts,
  checkDestinationSubsets,
  checkGatewayNames,
  checkConflictingHosts,
  checkIngressSubsets,
  checkJwtClaims,
  checkRuleSubsets,
  checkCaCertificates,
  checkEntryAddresses,
  checkEntryProtocols,
  checkGatewayPorts,
  checkGatewaySecrets,
  checkGatewayConflicts,
  checkGatewayCertificates,
  checkSidecars,
  checkEnvoyFilters,
  checkTelemetrySelectors,
  checkTelemetryProviders,
  checkLightstep,
  checkAuthorizationPolicies,
  checkGatewaySelectors,
  checkConditions,
  checkCrdVersions,
  checkDeprecations,
  checkBlockedCidrs,
  checkPortNames,
  checkAssociations,
  checkInjection,
  checkAutoImages,
  checkUsers,
  checkAnnotations,
]
