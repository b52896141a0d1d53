import type { Reader } from '../../resources/index.ts'
import { checkSelector } from './check-destination-rule.ts'
import type { Report } from './report.ts'

/** Istio, validation.go, ValidatePeerAuthentication. */
export function checkPeerAuthentication(spec: Reader, report: Report): void {
  const selector = spec.at('selector')
  const ports = spec.at('portLevelMtls')
  const numbers = Object.keys(spec.record('portLevelMtls', () => true))
  if (numbers.length > 0 && Object.keys(selector.labels('matchLabels')).length === 0) {
    report.error(ports, 'mesh/namespace peer authentication cannot have port level mTLS')
  }
  if (ports.isPresent && numbers.length === 0) {
    report.error(ports, 'port level mTLS, if defined, must have at least one element')
  }
  for (const number of numbers) {
    if (!(Number(number) > 0 && Number(number) <= 65_535)) {
      report.error(spec.at('portLevelMtls', number), 'port must be in range 1..65535')
    }
  }
  if (selector.isPresent) checkSelector(selector, report)
}
