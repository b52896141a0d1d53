import type { Labels, Reader } from '../../resources/index.ts'
import { checkExportTo } from './check-export-to.ts'
import { checkProtocol } from './check-listener-port.ts'
import { checkResolution } from './check-resolution.ts'
import { checkSelectorLabel } from './check-sidecar.ts'
import { checkSubnet } from './ip-address.ts'
import { checkPort, checkWildcardDomain, isDnsLabel, quote } from './names.ts'
import type { Report } from './report.ts'

const AUTO_ALLOCATION = 'networking.istio.io/enable-autoallocate-ip'
const NEEDS_ADDRESS =
  'addresses are required for ports serving TCP (or unset) protocol when IP Autoallocation is not enabled'
const TOLD_APART: ReadonlySet<string> = new Set('http http2 http_proxy grpc grpc-web https tls'.split(' '))

/** Istio, validation.go, ValidateServiceEntry: errors and warnings in its order. */
export function checkServiceEntry(spec: Reader, namespace: string, labels: Labels, report: Report): void {
  const selector = spec.at('workloadSelector')
  const selected = Object.entries(selector.labels('labels'))
  for (const [key, value] of selected) checkSelectorLabel(selector.at('labels', key), key, value, report)
  if (report.errors.length > 0) return
  if (selector.isPresent && selected.length === 0) {
    const rest = 'will be applied to all services in namespace'
    report.warning(selector, `service entry: workload selector specified without labels, ${rest}`)
  }
  const endpoints = spec.list('endpoints')
  if (selector.isPresent && endpoints.length > 0) {
    report.error(spec, 'only one of WorkloadSelector or Endpoints is allowed in Service Entry')
  }
  const resolution = spec.string('resolution') ?? 'NONE'
  checkHosts(spec, resolution, report)
  checkAddresses(spec, resolution, report)
  checkPorts(spec, resolution, labels, report)
  checkResolution(spec, resolution, labels, report)
  checkToldApart(spec, resolution, report)
  checkExportTo(spec, namespace, false, report, true)
}

function checkHosts(spec: Reader, resolution: string, report: Report): void {
  const hosts = spec.strings('hosts')
  if (hosts.length === 0) report.error(spec, 'service entry must have at least one host')
  for (const [i, host] of hosts.entries()) {
    const at = [...spec.path, 'hosts', i]
    if (host === '*') {
      report.error(at, `invalid host ${host}`)
      continue
    }
    report.errorIf(at, checkWildcardDomain(host))
    const isPartial = host.includes('*') && !host.startsWith('*.')
    if (isPartial && resolution !== 'DYNAMIC_DNS') report.warning(at, `partial wildcard ${quote(host)} not allowed`)
  }
}

function checkAddresses(spec: Reader, resolution: string, report: Report): void {
  const addresses = spec.strings('addresses')
  for (const [i, address] of addresses.entries()) {
    report.errorIf([...spec.path, 'addresses', i], checkSubnet(address))
  }
  if (resolution === 'NONE' || resolution === 'STATIC') return
  if (addresses.some(address => address.includes('/'))) {
    report.error(spec.at('addresses'), 'CIDR addresses are allowed only for NONE/STATIC resolution types')
  }
}

function checkPorts(spec: Reader, resolution: string, labels: Labels, report: Report): void {
  const names = new Set<string>()
  const numbers = new Set<number>()
  const allocates = resolution !== 'NONE' && labels[AUTO_ALLOCATION]?.toLowerCase() !== 'false'
  const needsAddresses = spec.strings('addresses').length === 0 && !allocates
  for (const port of spec.list('ports')) {
    const name = port.string('name') ?? ''
    const number = port.number('number') ?? 0
    const protocol = port.string('protocol') ?? ''
    const target = port.number('targetPort') ?? 0
    if (names.has(name)) report.error(port.at('name'), `service entry port name ${quote(name)} already defined`)
    if (numbers.has(number)) report.error(port, `service entry port ${String(number)} already defined`)
    names.add(name)
    numbers.add(number)
    if (target !== 0) report.errorIf(port.at('targetPort'), checkPort(target))
    if (needsAddresses && (protocol === '' || protocol === 'TCP')) report.warning(port, NEEDS_ADDRESS)
    if (!isDnsLabel(name)) report.error(port.at('name'), `invalid port name: ${name}`)
    report.errorIf(port.at('protocol'), checkProtocol(protocol))
    report.errorIf(port, checkPort(number))
  }
}

/** Several hosts need a port whose bytes tell which one is meant. */
function checkToldApart(spec: Reader, resolution: string, report: Report): void {
  if (resolution === 'NONE' || spec.strings('hosts').length < 2) return
  const plain = spec.list('ports').find(port => !TOLD_APART.has((port.string('protocol') ?? '').toLowerCase()))
  if (plain) report.error(plain, 'multiple hosts provided with non-HTTP, non-TLS ports')
}
