import type { Reader } from '../../resources/index.ts'
import { checkExportTo } from './check-export-to.ts'
import { checkGatewayNames } from './check-gateway-names.ts'
import { isJwtClaim } from './check-headers.ts'
import { checkHttpRule } from './check-http-rule.ts'
import { checkTcpRule, checkTlsRule } from './check-l4-rules.ts'
import { hostsOverlap } from './host-name.ts'
import { isIpAddress } from './ip-address.ts'
import { checkGatewayDomain, checkWildcardDomain } from './names.ts'
import type { Report } from './report.ts'
import { warnOfUnusedRules } from './unused-rules.ts'

/** Istio, validation.go, ValidateVirtualService: errors and warnings in its order ([H10]-[H41]). */
export function checkVirtualService(spec: Reader, namespace: string, report: Report): void {
  const hosts = spec.strings('hosts')
  const gateways = spec.strings('gateways')
  const isDelegate = hosts.length === 0
  if (isDelegate) {
    if (gateways.length > 0)
      report.error(spec.at('gateways'), 'delegate virtual service must have no gateways specified')
    for (const kind of ['tls', 'tcp']) {
      if (spec.list(kind).length === 0) continue
      report.error(spec.at(kind), `delegate virtual service must have no ${kind} route specified`)
    }
  }
  const forGateways = gateways.length > 0 && !gateways.includes('mesh')
  checkGatewayNames(spec, report)
  if (!forGateways) refuseJwtClaims(spec, report)
  checkHosts(spec, forGateways, report)
  const [http, tls, tcp] = [spec.list('http'), spec.list('tls'), spec.list('tcp')]
  if (http.length + tcp.length + tls.length === 0) {
    report.error(spec, 'http, tcp or tls must be provided in virtual service')
  }
  for (const rule of http) checkHttpRule(rule, isDelegate, report)
  for (const rule of tls) if (rule.isPresent) checkTlsRule(rule, spec, report)
  for (const rule of tcp) if (rule.isPresent) checkTcpRule(rule, report)
  checkExportTo(spec, namespace, false, report)
  warnOfUnusedRules(http, true, report)
  warnOfUnusedRules(tcp, false, report)
  warnOfUnusedRules(tls, false, report)
}

/** Names, `*` in the mesh, and hosts that match each other ([H12]). */
function checkHosts(spec: Reader, forGateways: boolean, report: Report): void {
  const hosts = spec.strings('hosts')
  const at = (i: number): readonly (string | number)[] => [...spec.at('hosts').path, i]
  const sni = spec.list('tls').some(rule => rule.list('match').some(match => match.strings('sniHosts').length > 0))
  let valid = true
  for (const [i, host] of hosts.entries()) {
    const problem = forGateways ? checkGatewayDomain(host, sni) : checkWildcardDomain(host)
    if (problem !== undefined) {
      if (isIpAddress(host)) continue
      report.error(at(i), problem)
      valid = false
    } else if (!forGateways && host === '*') {
      report.error(at(i), 'wildcard host * is not allowed for virtual services bound to the mesh gateway')
      valid = false
    }
  }
  if (valid) reportOverlaps(hosts, (i, message) => report.error(at(i), message))
}

/** Quadratic for wildcards only: plain names are compared by a set. */
function reportOverlaps(hosts: readonly string[], report: (i: number, message: string) => void): void {
  const wildcards = hosts.flatMap((host, i) => (host.startsWith('*') ? [i] : []))
  const first = new Map<string, number>()
  for (const [j, host] of hosts.entries()) {
    const others = host.startsWith('*') ? hosts.keys() : [...wildcards, first.get(host) ?? j]
    for (const i of others) {
      const other = hosts[i] ?? ''
      if (i < j && hostsOverlap(other, host)) report(j, `duplicate hosts in virtual service: ${other} & ${host}`)
    }
    if (!first.has(host)) first.set(host, j)
  }
}

/** Claims of a JWT are known at gateways only ([H16]). */
function refuseJwtClaims(spec: Reader, report: Report): void {
  const gateways = `[${spec.strings('gateways').join(' ')}]`
  for (const match of spec.list('http').flatMap(rule => rule.list('match'))) {
    for (const [key, at] of [...match.entries('headers'), ...match.entries('withoutHeaders')]) {
      if (!isJwtClaim(key)) continue
      const message = `JWT claim based routing (key: ${key}) is only supported for gateway, found no gateways: ${gateways}`
      report.error(at, message)
    }
  }
}
