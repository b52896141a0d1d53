import type { Reader } from '../../resources/index.ts'
import { checkExportTo } from './check-export-to.ts'
import { checkLabels } from './check-http-match.ts'
import { checkTrafficPolicy } from './check-traffic-policy.ts'
import { checkSubsetName, checkWildcardDomain, quote } from './names.ts'
import type { Report } from './report.ts'

/** Istio, validation.go, ValidateDestinationRule: errors and warnings in its order ([H42]-[H49]). */
export function checkDestinationRule(spec: Reader, namespace: string, report: Report): void {
  report.errorIf(spec.at('host').isPresent ? spec.at('host') : spec, checkWildcardDomain(spec.string('host') ?? ''))
  checkTrafficPolicy(spec.at('trafficPolicy'), namespace, report)
  const names = new Set<string>()
  for (const subset of spec.list('subsets')) {
    if (!subset.isPresent) {
      report.error(subset, 'subset may not be null')
      continue
    }
    const name = subset.string('name') ?? ''
    if (names.has(name)) report.error(subset, `duplicate subset names: ${name}`)
    names.add(name)
    report.errorIf(subset.at('name').isPresent ? subset.at('name') : subset, checkSubsetName(name))
    checkLabels(subset, 'labels', report)
    report.errorsOf(inner => checkTrafficPolicy(subset.at('trafficPolicy'), namespace, inner))
  }
  const selector = spec.at('workloadSelector')
  checkExportTo(spec, namespace, selector.isPresent, report)
  if (selector.isPresent) checkSelector(selector, report)
}

/** Istio, validateWorkloadSelector. */
export function checkSelector(selector: Reader, report: Report): void {
  const labels = Object.entries(selector.labels('matchLabels'))
  for (const [key, value] of labels) {
    const at = selector.at('matchLabels', key)
    if (key === '') report.error(at, `empty key is not supported in selector: ${quote(`${key}=${value}`)}`)
    if (key.includes('*') || value.includes('*')) {
      report.error(at, `wildcard is not supported in selector: ${quote(`${key}=${value}`)}`)
    }
  }
  if (labels.length === 0) report.warning(selector, 'workload selector specified without labels')
}
