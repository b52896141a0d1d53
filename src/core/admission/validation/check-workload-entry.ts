import type { Reader } from '../../resources/index.ts'
import { UNIX_PREFIX, checkUnixAddress } from './check-listener-port.ts'
import { isIpAddress } from './ip-address.ts'
import { checkFqdn, checkLabel, checkPort, isDnsLabel, quote } from './names.ts'
import type { Report } from './report.ts'

/**
 * A WorkloadEntry, or an endpoint of a STATIC ServiceEntry with these port names, which takes no host names.
 * Istio, validation.go, validateWorkloadEntry.
 */
export function checkWorkloadEntry(entry: Reader, servicePorts: ReadonlySet<string> | undefined, report: Report): void {
  const address = entry.string('address') ?? ''
  const at = entry.at('address')
  if (address === '') {
    const network = entry.string('network') ?? ''
    if (network === '') {
      report.error(entry, 'address is required')
      return
    }
    report.warning(entry, `address is unset with network ${quote(network)}`)
  }
  const isSocket = address.startsWith(UNIX_PREFIX)
  if (isSocket) {
    report.errorIf(at, checkUnixAddress(address.slice(UNIX_PREFIX.length)))
    if (entry.entries('ports').length > 0) {
      report.error(entry.at('ports'), `unix endpoint ${address} must not include ports`)
    }
  } else if (address !== '' && !isIpAddress(address)) {
    if (servicePorts) report.error(at, `endpoint address ${quote(address)} is not a valid IP address`)
    else if (checkFqdn(address)) report.error(at, notAnAddress(address))
  }
  checkEndpointPorts(entry, servicePorts, report)
  checkEndpointLabels(entry, report)
  if (isSocket && servicePorts && servicePorts.size !== 1) {
    report.error(at, 'exactly 1 service port required for unix endpoints')
  }
}

export const notAnAddress = (address: string): string =>
  `endpoint address ${quote(address)} is not a valid FQDN or an IP address`

export function checkEndpointPorts(entry: Reader, servicePorts: ReadonlySet<string> | undefined, report: Report): void {
  for (const [name] of entry.entries('ports')) {
    const number = entry.at('ports').number(name) ?? 0
    const at = entry.at('ports', name)
    if (servicePorts && !servicePorts.has(name)) {
      report.error(at, `endpoint port ${String(number)} is not defined by the service entry`)
    }
    if (!isDnsLabel(name)) report.error(at, `invalid port name: ${name}`)
    report.errorIf(at, checkPort(number))
  }
}

export function checkEndpointLabels(entry: Reader, report: Report): void {
  for (const [key, value] of Object.entries(entry.labels('labels'))) {
    for (const problem of checkLabel(key, value)) report.error(entry.at('labels', key), problem)
  }
}
