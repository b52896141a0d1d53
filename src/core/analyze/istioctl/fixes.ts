import type { Fix } from '../../base/diagnostic.ts'
import type { ParsedText } from '../../yaml/index.ts'
import type { Finding, Scene } from './finding.ts'
import type { Fixer } from './fixes/fixer.ts'
import { correctCredential, correctGatewaySelector, leadToPort } from './fixes/gateways.ts'
import * as policies from './fixes/policies.ts'
import * as traffic from './fixes/traffic.ts'
import * as workloads from './fixes/workloads.ts'
import type { MessageName } from './messages.ts'
import { originOf, resourceOf } from './place.ts'

/** Repairs of what istioctl says. A message is not here where what is meant cannot be known. */
const FIXERS: Readonly<Partial<Record<MessageName, Fixer>>> = {
  deprecatedField: traffic.replaceDeprecated,
  portSelectorRequired: traffic.namePort,
  hostNotInGateway: traffic.serveHosts,
  noCaForHost: traffic.verifyServer,
  noCaForPort: traffic.verifyServer,
  subsetWithoutPods: traffic.correctSubset,
  conflictingProtocols: traffic.agreeOnProtocol,
  gatewaySelectorNotFound: correctGatewaySelector,
  credentialNotFound: correctCredential,
  portNotOnService: leadToPort,
  schemaWarning: policies.followRemark,
  namespaceNotFound: policies.correctNamespace,
  selectorNotFound: policies.correctSelector,
  noMatchingWorkloads: policies.correctPolicySelector,
  relativeOperation: policies.givePriority,
  relativeOperationOfVersion: policies.givePriority,
  replaceIgnored: policies.mergePatch,
  addIgnored: policies.addRoute,
  removeIgnored: policies.takePatchOut,
  telemetryWithoutProvider: policies.logToEnvoy,
  ineffectiveSelector: policies.targetGateway,
  ineffectivePolicy: policies.takeResourceOut,
  namespaceNotInjected: workloads.labelNamespace,
  injectedByDefault: workloads.labelNamespace,
  injectionLabels: workloads.keepOneLabel,
  misplacedAnnotation: workloads.moveAnnotation,
  unknownAnnotation: workloads.correctAnnotation,
  invalidAnnotation: workloads.correctAnnotationValue,
  deprecatedAnnotation: workloads.labelInstead,
  portName: workloads.namePortProtocol,
  externalNamePort: workloads.nameExternalPort,
  reservedUser: workloads.dropUser,
  autoImageOfDeployment: workloads.askForInjection,
}

/** The repairs of a finding, the likeliest first; none for what nothing follows from. */
export function fixesOf(parsed: ParsedText, scene: Scene, finding: Finding): readonly Fix[] {
  const fixer = finding.needless === undefined ? FIXERS[finding.message] : undefined
  return fixer?.({ parsed, scene, finding, resource: resourceOf(finding), origin: originOf(finding) }) ?? []
}
