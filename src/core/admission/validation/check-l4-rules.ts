import type { Reader } from '../../resources/index.ts'
import { checkRoutes } from './check-destination.ts'
import { checkL4Match } from './check-http-match.ts'
import { isHostWithin } from './host-name.ts'
import { checkSubnet, isIpAddress } from './ip-address.ts'
import { checkGatewayDomain, checkWildcardDomain, quote } from './names.ts'
import type { Report } from './report.ts'

/** Istio, validateTCPRoute ([H27]). */
export function checkTcpRule(rule: Reader, report: Report): void {
  for (const match of rule.list('match')) {
    if (match.isPresent) checkSubnetsAndL4(match, report)
    else report.error(match, 'tcp match may not be nil')
  }
  if (rule.list('route').length === 0) report.error(rule, 'TCP route is required')
  checkRoutes(rule, report)
}

/** Istio, validateTLSRoute ([H27], [H34]). */
export function checkTlsRule(rule: Reader, spec: Reader, report: Report): void {
  const matches = rule.list('match')
  if (matches.length === 0) report.error(rule, 'TLS route must have at least one match condition')
  for (const match of matches) {
    if (!match.isPresent) {
      report.error(match, 'TLS match may not be null')
      continue
    }
    const sniHosts = match.strings('sniHosts')
    if (sniHosts.length === 0) report.error(match, 'TLS match must have at least one SNI host')
    for (const host of sniHosts) checkSniHost(match.at('sniHosts'), host, spec, report)
    checkSubnetsAndL4(match, report)
  }
  if (rule.list('route').length === 0) report.error(rule, 'TLS route is required')
  checkRoutes(rule, report)
}

function checkSniHost(at: Reader, host: string, spec: Reader, report: Report): void {
  const forGateway = !spec.strings('gateways').includes('mesh')
  const problem = forGateway ? checkGatewayDomain(host, true) : checkWildcardDomain(host)
  if (problem !== undefined) {
    const remark = `using an IP address (${quote(host)}) goes against SNI spec and most clients do not support this`
    if (isIpAddress(host)) report.warning(at, remark)
    else report.error(at, problem)
    return
  }
  const hosts = spec.strings('hosts')
  if (!hosts.some(name => isHostWithin(host, name))) {
    const all = hosts.join(', ')
    report.error(at, `SNI host ${quote(host)} is not a compatible subset of any of the virtual service hosts: [${all}]`)
  }
}

function checkSubnetsAndL4(match: Reader, report: Report): void {
  for (const subnet of match.strings('destinationSubnets')) {
    report.errorIf(match.at('destinationSubnets'), checkSubnet(subnet))
  }
  checkL4Match(match, report)
}
