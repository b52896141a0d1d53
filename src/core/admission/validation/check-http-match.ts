import type { Reader } from '../../resources/index.ts'
import { checkGatewayNames } from './check-gateway-names.ts'
import { checkMatchedHeader } from './check-headers.ts'
import { checkStringMatch, checkStringMatchRegex } from './check-string-match.ts'
import { checkLabel, checkPort, isDnsLabel } from './names.ts'
import type { Report } from './report.ts'

/** Istio, virtualservice.go, validateHTTPRouteMatchRequest ([H15]). */
export function checkHttpMatches(rule: Reader, report: Report): void {
  for (const match of rule.list('match').filter(entry => entry.isPresent)) {
    for (const [name, header] of match.entries('headers')) {
      if (!header.isPresent) report.error(header, `header match ${name} cannot be null`)
      report.errorIf(header, checkMatchedHeader(name))
      checkStringMatch(header, 'headers', report)
    }
    for (const [name, header] of match.entries('withoutHeaders')) {
      report.errorIf(header, checkMatchedHeader(name))
      if (header.string('regex') !== '*') checkStringMatch(header, 'withoutHeaders', report)
    }
    checkStringMatchRegex(match.at('uri'), 'uri', report)
    for (const field of ['scheme', 'method', 'authority']) checkStringMatch(match.at(field), field, report)
    for (const [, parameter] of match.entries('queryParams')) checkStringMatch(parameter, 'queryParams', report)
  }
  for (const match of rule.list('match').filter(entry => entry.isPresent)) checkL4Match(match, report)
}

/** The conditions that HTTP, TCP and TLS matches share. */
export function checkL4Match(match: Reader, report: Report): void {
  const port = match.number('port') ?? 0
  if (port !== 0) report.errorIf(match.at('port'), checkPort(port))
  checkLabels(match, 'sourceLabels', report)
  checkGatewayNames(match, report)
  const namespace = match.string('sourceNamespace')
  if (namespace && !isDnsLabel(namespace)) {
    report.error(match.at('sourceNamespace'), `sourceNamespace match ${namespace} is invalid`)
  }
}

/** A map of labels, key by key. */
export function checkLabels(holder: Reader, name: string, report: Report): void {
  for (const [key, value] of Object.entries(holder.labels(name))) {
    for (const problem of checkLabel(key, value)) report.error(holder.at(name, key), problem)
  }
}
