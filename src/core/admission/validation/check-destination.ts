import type { Reader } from '../../resources/index.ts'
import { checkHeaderOperations } from './check-headers.ts'
import { checkPort, checkSubsetName, checkWildcardDomain } from './names.ts'
import type { Report } from './report.ts'

/** Legs of an HTTP, TCP or TLS rule: each destination, its weight, and the sum of weights ([H10]). */
export function checkRoutes(rule: Reader, report: Report): void {
  const legs = rule.list('route')
  let total = 0
  for (const leg of legs) {
    if (!leg.isPresent) {
      report.error(leg, 'weight may not be nil')
      continue
    }
    if (!leg.at('destination').isPresent) report.error(leg, 'destination is required')
    checkHeaderOperations(leg, report)
    checkDestination(leg.at('destination'), report)
    const weight = leg.number('weight') ?? 0
    if (weight < 0) report.error(leg.at('weight'), `weight ${weight} < 0`)
    total += weight
  }
  if (legs.length > 1 && total === 0) report.error(rule.at('route'), 'total destination weight = 0')
}

/** Host, subset and port of a leg or a mirror. Istio, validateDestination. */
export function checkDestination(destination: Reader, report: Report): void {
  if (!destination.isPresent) return
  const host = destination.string('host') ?? ''
  report.errorIf(
    destination.at('host').isPresent ? destination.at('host') : destination,
    host === '*' ? 'invalid destination host *' : checkWildcardDomain(host),
  )
  const subset = destination.string('subset')
  if (subset) report.errorIf(destination.at('subset'), checkSubsetName(subset))
  const port = destination.at('port')
  if (port.isPresent) report.errorIf(port, checkPort(port.number('number') ?? 0))
}
