import type { Reader } from '../../resources/index.ts'
import { checkDuration } from './check-duration.ts'
import type { Report } from './report.ts'

const DEPRECATED =
  'outlier detection consecutive errors is deprecated, use consecutiveGatewayErrors or consecutive5xxErrors instead'
const NOT_SPLIT =
  'outlier detection consecutive local origin failures is specified, but split external local origin errors is set to false'

/** Istio, validateOutlierDetection ([H44]). */
export function checkOutlierDetection(outlier: Reader, report: Report): void {
  if (!outlier.isPresent) return
  checkDuration(outlier, 'baseEjectionTime', report)
  if ((outlier.number('consecutiveErrors') ?? 0) !== 0) report.warning(outlier.at('consecutiveErrors'), DEPRECATED)
  const localFailures = outlier.number('consecutiveLocalOriginFailures') ?? 0
  if (localFailures > 0 && outlier.boolean('splitExternalLocalOriginErrors') !== true) {
    report.error(outlier.at('consecutiveLocalOriginFailures'), NOT_SPLIT)
  }
  checkDuration(outlier, 'interval', report)
  for (const name of ['maxEjectionPercent', 'minHealthPercent']) {
    const percent = outlier.number(name) ?? 0
    if (percent < 0 || percent > 100) report.error(outlier.at(name), `percentage ${percent} is not in range 0..100`)
  }
}
