import type { Reader } from '../../resources/index.ts'
import { checkSelector } from './check-destination-rule.ts'
import type { Report } from './report.ts'

const ALLOWED = [' Service', 'networking.istio.io ServiceEntry', 'gateway.networking.k8s.io Gateway'].concat(
  'gateway.networking.k8s.io GatewayClass',
)

/** Whom a policy is for. Istio, validateOneOfSelectorType, validateWorkloadSelector and validatePolicyTargetReference. */
export function checkTargets(spec: Reader, report: Report): void {
  const selector = spec.at('selector')
  const ref = spec.at('targetRef')
  const refs = spec.list('targetRefs')
  if ([selector.isPresent, ref.isPresent, refs.length > 0].filter(Boolean).length > 1) {
    report.error(selector.isPresent ? selector : ref, 'only one of targetRefs or workloadSelector can be set')
  }
  if (selector.isPresent) checkSelector(selector, report)
  for (const target of [ref, ...refs]) if (target.isPresent) checkTarget(target, report)
}

function checkTarget(target: Reader, report: Report): void {
  const [group = '', kind = ''] = [target.string('group'), target.string('kind')]
  if (!target.string('name')) report.error(target, 'targetRef name must be set')
  if (target.string('namespace')) {
    const message = 'targetRef namespace must not be set; cross namespace referencing is not supported'
    report.error(target.at('namespace'), message)
  }
  if (!ALLOWED.includes(`${group === 'core' ? '' : group} ${kind}`)) {
    report.error(
      target,
      `targetRef must be to one of Service, ServiceEntry, Gateway, GatewayClass but was ${group}/${kind}`,
    )
  }
}
