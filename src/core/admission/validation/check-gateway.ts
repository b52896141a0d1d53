import type { Reader } from '../../resources/index.ts'
import { checkProtocol, checkUnixAddress, UNIX_PREFIX } from './check-listener-port.ts'
import { checkServerTls } from './check-server-tls.ts'
import { isIpAddress } from './ip-address.ts'
import { checkPort, checkWildcardDomain, isDnsLabel, quote } from './names.ts'
import { Report } from './report.ts'

const HTTP = /^(http|http2|http_proxy|grpc|grpc-web)$/i
const TLS = /^(https|tls)$/i

/** Istio, ValidateGateway. */
export function checkGateway(spec: Reader, name: string, report: Report): void {
  if (!isDnsLabel(name)) report.error(['metadata', 'name'], `invalid gateway name: ${quote(name)}`)
  const servers = spec.list('servers')
  if (servers.length === 0) report.error(spec, 'gateway must have at least one server')
  for (const server of servers) {
    if (server.isPresent) checkServer(server, report)
    else report.error(server, 'cannot have nil server')
  }
  const names = new Set<string>()
  for (const server of servers) {
    const port = server.at('port')
    if (!server.isPresent) report.error(server, 'server may not be nil')
    if (!port.isPresent) continue
    const portName = port.string('name') ?? ''
    if (names.has(portName)) {
      report.error(port, `port names in servers must be unique: duplicate name ${portName}`)
    }
    names.add(portName)
    const redirect = server.at('tls')
    if (!HTTP.test(port.string('protocol') ?? '') && redirect.boolean('httpsRedirect')) {
      report.warning(redirect, 'tls.httpsRedirect should only be used with http servers')
    }
  }
}

/** Istio, validateServer. */
function checkServer(server: Reader, report: Report): void {
  const hosts = server.strings('hosts')
  if (hosts.length === 0) report.error(server, 'server config must contain at least one host')
  for (const host of hosts) checkServerHost(server.at('hosts'), host, report)
  const ofPort = new Report()
  checkServerPort(server, ofPort)
  for (const { path, message } of ofPort.errors) report.error(path, message)
  checkBind(server, report)
  const tls = server.at('tls')
  checkServerTls(tls, report)
  if (ofPort.errors.length === 0) checkTlsForPort(server, tls, report)
}

/** HTTPS and TLS need TLS settings, plain HTTP may have none but the redirect, and other ports none. */
function checkTlsForPort(server: Reader, tls: Reader, report: Report): void {
  const protocol = server.at('port').string('protocol') ?? ''
  if (TLS.test(protocol)) {
    if (!tls.isPresent) report.error(server, 'server must have TLS settings for HTTPS/TLS protocols')
    return
  }
  if (!tls.isPresent) return
  if (!HTTP.test(protocol)) {
    report.error(tls, 'server cannot have TLS settings for non HTTPS/TLS ports')
    return
  }
  const mode = tls.string('mode') ?? 'PASSTHROUGH'
  const hasFiles = ['caCertificates', 'privateKey', 'serverCertificate'].some(field => tls.string(field))
  if (hasFiles || (mode !== 'PASSTHROUGH' && mode !== 'AUTO_PASSTHROUGH')) {
    report.error(tls, 'server cannot have TLS settings for plain text HTTP ports')
  }
}

/** `host` or `namespace/host`. Istio, ValidateNamespaceSlashWildcardHostname. */
function checkServerHost(at: Reader, host: string, report: Report): void {
  const slash = host.indexOf('/')
  if (slash < 0) {
    checkHostName(at, host, report)
    return
  }
  const [namespace, name] = [host.slice(0, slash), host.slice(slash + 1)]
  if (namespace === '' || name === '') report.error(at, 'config namespace and dnsName in host entry cannot be empty')
  if (namespace !== '*' && namespace !== '.' && !isDnsLabel(namespace)) {
    report.error(at, `invalid namespace value ${quote(namespace)} in gateway`)
  }
  checkHostName(at, name, report)
}

function checkHostName(at: Reader, name: string, report: Report): void {
  if (name !== '*' && !name.includes('.')) report.error(at, 'short names (non FQDN) are not allowed')
  if (!isIpAddress(name)) report.errorIf(at, checkWildcardDomain(name))
  if (name.includes('*') && name.length !== 1 && !name.startsWith('*.')) {
    report.error(at, `partial wildcard ${quote(name)} not allowed`)
  }
}

/** Istio, validateServerPort. */
function checkServerPort(server: Reader, report: Report): void {
  const port = server.at('port')
  if (!port.isPresent) {
    report.error(server, 'port is required')
    return
  }
  const protocol = port.string('protocol') ?? ''
  if (protocol === '' || checkProtocol(protocol) !== undefined) {
    const known = 'HTTP, HTTP2, GRPC, GRPC-WEB, MONGO, REDIS, MYSQL, TCP'
    report.error(port.at('protocol'), `invalid protocol ${quote(protocol)}, supported protocols are ${known}`)
  }
  const number = port.number('number') ?? 0
  const isSocket = (server.string('bind') ?? '').startsWith(UNIX_PREFIX)
  if (number > 0 || !isSocket) report.errorIf(port.at('number'), checkPort(number))
  if ((port.number('targetPort') ?? 0) > 0) report.error(port, 'targetPort has no impact on Gateways')
  if (!port.string('name')) report.error(port, `port name must be set: ${portInWords(port)}`)
}

/** As Go prints the message. */
function portInWords(port: Reader): string {
  const [number, target] = [port.number('number'), port.number('targetPort')]
  const protocol = port.string('protocol')
  return [
    number ? `number:${String(number)}` : '',
    protocol ? `protocol:${quote(protocol)}` : '',
    target ? `target_port:${String(target)}` : '',
  ]
    .filter(part => part !== '')
    .join('  ')
}

/** Istio, validateServerBind. */
function checkBind(server: Reader, report: Report): void {
  const bind = server.string('bind') ?? ''
  const at = server.at('bind')
  if (bind.startsWith(UNIX_PREFIX)) {
    report.errorIf(at, checkUnixAddress(bind.slice(UNIX_PREFIX.length)))
    const port = server.at('port')
    if (port.isPresent && port.number('number')) {
      report.error(at, `port number must be 0 for unix domain socket: ${portInWords(port)}`)
    }
  } else if (bind !== '' && !isIpAddress(bind)) report.error(at, `${bind} is not a valid IP`)
}
