import { reviewsCanary } from './reviews-canary.ts'
import { canary90To10 } from './canary-90-10.ts'
import { headerCanary } from './header-canary.ts'
import { missingDestinationRule } from './missing-destination-rule.ts'
import { missingSubset } from './missing-subset.ts'
import { labelsMatchNoPod } from './labels-match-no-pod.ts'
import { zeroReadyVersion } from './zero-ready-version.ts'
import { noCatchAll } from './no-catch-all.ts'
import { faultInjection } from './fault-injection.ts'
import { mirror } from './mirror.ts'
import { onlyTwoResources } from './only-two-resources.ts'
import { gatewayApiSplit } from './gateway-api-split.ts'
import { weightsNot100 } from './weights-not-100.ts'
import { ingress } from './ingress.ts'
import { mtlsDisagreement } from './mtls-disagreement.ts'
import { sidecarHidesHost } from './sidecar-hides-host.ts'
import { egressRegistryOnly } from './egress-registry-only.ts'
import { flakyPods } from './flaky-pods.ts'
import { wrongOrder } from './wrong-order.ts'
import { progressiveRollout } from './progressive-rollout.ts'
import { bookinfo } from './bookinfo.ts'
import type { Scenario } from './scenario.ts'

export type { Scenario } from './scenario.ts'

/** In the order of the examples list; the first is what a first visitor sees. */
export const SCENARIOS: readonly Scenario[] = [
  reviewsCanary,
  canary90To10,
  headerCanary,
  missingDestinationRule,
  missingSubset,
  labelsMatchNoPod,
  zeroReadyVersion,
  noCatchAll,
  faultInjection,
  mirror,
  onlyTwoResources,
  weightsNot100,
  gatewayApiSplit,
  ingress,
  mtlsDisagreement,
  sidecarHidesHost,
  egressRegistryOnly,
  flakyPods,
  wrongOrder,
  progressiveRollout,
  bookinfo,
]
