import type { Reader } from '../../resources/index.ts'
import { checkDestination } from './check-destination.ts'
import type { Report } from './report.ts'

/** `mirrorPercent` and `mirrorPercentage` of a rule ([H20], [H30]). */
export function checkMirrorPercent(rule: Reader, report: Report): void {
  for (const name of ['mirrorPercent', 'mirror_percent']) {
    const percent = rule.number(name)
    if (percent === undefined) continue
    const at = rule.at(name)
    if (percent > 100) report.error(at, `mirror_percent must have a max value of 100 (it has ${percent})`)
    report.warning(at, 'using deprecated setting "mirrorPercent", use "mirrorPercentage" instead')
  }
  checkRange(rule.at('mirrorPercentage'), 'mirror_percentage', report)
}

/** Istio, validateHTTPMirrors. */
export function checkMirrors(rule: Reader, report: Report): void {
  checkDestination(rule.at('mirror'), report)
  for (const mirror of rule.list('mirrors')) {
    if (!mirror.isPresent) report.error(mirror, 'mirror cannot be null')
    else if (!mirror.at('destination').isPresent) report.error(mirror, 'destination is required for mirrors')
    else {
      checkDestination(mirror.at('destination'), report)
      checkRange(mirror.at('percentage'), 'mirror percentage', report)
    }
  }
}

function checkRange(percentage: Reader, name: string, report: Report): void {
  const value = percentage.number('value') ?? 0
  if (value > 100) report.error(percentage, `${name} must have a max value of 100 (it has ${value.toFixed(6)})`)
  if (value < 0) report.error(percentage, `${name} must have a min value of 0 (it has ${value.toFixed(6)})`)
}
