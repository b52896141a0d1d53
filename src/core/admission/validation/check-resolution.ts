import type { Labels, Reader } from '../../resources/index.ts'
import { checkEndpointLabels, checkEndpointPorts, checkWorkloadEntry, notAnAddress } from './check-workload-entry.ts'
import { isIpAddress } from './ip-address.ts'
import { checkFqdn } from './names.ts'
import type { Report } from './report.ts'

const TCP: ReadonlySet<string> = new Set('tcp https tls mongo redis mysql'.split(' '))
const FORWARDED: ReadonlySet<string> = new Set('http tls grpc http2'.split(' '))

/** What a ServiceEntry's resolution asks of the rest of it. Istio, validation.go, ValidateServiceEntry. */
export function checkResolution(spec: Reader, resolution: string, labels: Labels, report: Report): void {
  const endpoints = spec.list('endpoints')
  const ports = new Set(spec.list('ports').map(port => port.string('name') ?? ''))
  switch (resolution) {
    case 'NONE':
      if (endpoints.length > 0) {
        report.error(spec.at('endpoints'), 'no endpoints should be provided for resolution type none')
      }
      if (spec.at('workloadSelector').isPresent) {
        report.warning(spec.at('workloadSelector'), 'workloadSelector should not be set when resolution mode is NONE')
      }
      return
    case 'STATIC':
      for (const endpoint of endpoints) checkWorkloadEntry(endpoint, ports, report)
      return
    case 'DNS':
    case 'DNS_ROUND_ROBIN':
      checkByName(spec, resolution, ports, report)
      return
    case 'DYNAMIC_DNS':
      checkDynamic(spec, resolution, labels, report)
  }
}

function checkByName(spec: Reader, resolution: string, ports: ReadonlySet<string>, report: Report): void {
  const endpoints = spec.list('endpoints')
  const hosts = spec.strings('hosts')
  if (endpoints.length === 0) {
    const problem = hosts.map(checkFqdn).find(found => found !== undefined)
    const rule = 'hosts must be FQDN or contain only prefix wildcards if no endpoints are provided for resolution mode'
    if (problem) report.error(spec.at('hosts'), `${rule} ${resolution}, ${problem}`)
  }
  if (resolution === 'DNS_ROUND_ROBIN' && endpoints.length > 1) {
    report.error(spec.at('endpoints'), `there must only be 0 or 1 endpoint for resolution mode ${resolution}`)
  }
  for (const endpoint of endpoints) {
    const address = endpoint.string('address') ?? ''
    if (!isIpAddress(address) && checkFqdn(address)) report.error(endpoint.at('address'), notAnAddress(address))
    checkEndpointLabels(endpoint, report)
    checkEndpointPorts(endpoint, ports, report)
  }
  if (spec.strings('addresses').length === 0 || hosts.length < 2) return
  const tcp = spec.list('ports').find(port => TCP.has((port.string('protocol') ?? '').toLowerCase()))
  const rule = 'service entry can not have more than one host specified simultaneously with address and tcp port'
  if (tcp) report.warning(tcp, rule)
}

function checkDynamic(spec: Reader, resolution: string, labels: Labels, report: Report): void {
  const hosts = spec.strings('hosts')
  if (hosts.length === 0) {
    report.error(spec, `at least one wildcard host must be provided for resolution type ${resolution}`)
  }
  for (const [i, host] of hosts.entries()) {
    if (host.startsWith('*')) continue
    report.error([...spec.path, 'hosts', i], `host must be wildcarded for resolution mode ${resolution}`)
  }
  if (spec.strings('addresses').length > 0) {
    const rest = 'HTTP route domains will only be generatedfrom the hosts field values'
    report.error(spec.at('addresses'), `addresses cannot be set for resolution type ${resolution}. ${rest}`)
  }
  if (spec.list('endpoints').length > 0) {
    const rest = 'Destination IP address determined from hostsfield values'
    report.error(spec.at('endpoints'), `endpoints cannot be set for resolution type ${resolution}. ${rest}`)
  }
  for (const port of spec.list('ports')) {
    if (FORWARDED.has((port.string('protocol') ?? '').toLowerCase())) continue
    const rule = 'only HTTP, TLS, GRPC, and HTTP2 protocols are supported for resolution type'
    report.error(port.at('protocol'), `${rule} ${resolution}`)
  }
  const waypoint = labels['istio.io/use-waypoint'] ?? ''
  if (spec.string('location') === 'MESH_INTERNAL' && waypoint !== '' && waypoint.toLowerCase() !== 'none') {
    const rest = 'is not supported when using waypoints'
    report.error(spec.at('location'), `location MESH_INTERNAL with resolution type ${resolution} ${rest}`)
  }
}
