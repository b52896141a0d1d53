import type { Reader } from '../../resources/index.ts'
import { checkConnectionPool } from './check-connection-pool.ts'
import { checkListenerPort, checkUnixAddress, UNIX_PREFIX } from './check-listener-port.ts'
import { isIpAddress } from './ip-address.ts'
import { checkPort, quote } from './names.ts'
import type { Report } from './report.ts'

const LOCAL_HOSTS: ReadonlySet<string> = new Set(['', '127.0.0.1', '0.0.0.0', '::1', '::'])
const HTTP = /^(http|http2|http_proxy|grpc|grpc-web)$/i

/** The ingress listeners of a Sidecar; of their TLS only what is not supported there. Istio, ValidateSidecar. */
export function checkIngress(listeners: readonly Reader[], report: Report): void {
  const ports = new Set<number>()
  for (const listener of listeners) {
    const port = listener.at('port')
    if (!listener.isPresent) report.error(listener, 'sidecar: ingress may not be null')
    else if (!port.isPresent) report.error(listener, 'sidecar: port is required for ingress listeners')
    if (!port.isPresent) continue
    if ((port.number('targetPort') ?? 0) > 0) report.error(port, 'targetPort has no impact on Sidecars')
    checkListenerPort(port, report, false)
    const bind = listener.string('bind') ?? ''
    if (bind !== '' && !isIpAddress(bind)) report.error(listener.at('bind'), `${bind} is not a valid IP`)
    const number = port.number('number') ?? 0
    if (ports.has(number)) report.error(port, 'sidecar: ports on IP bound listeners must be unique')
    ports.add(number)
    checkDefaultEndpoint(listener, report)
    checkServerTls(listener, report)
    checkOwnPool(listener, report)
  }
}

function checkDefaultEndpoint(listener: Reader, report: Report): void {
  const endpoint = listener.string('defaultEndpoint') ?? ''
  if (endpoint === '') return
  const at = listener.at('defaultEndpoint')
  if (endpoint.startsWith(UNIX_PREFIX)) {
    report.errorIf(at, checkUnixAddress(endpoint.slice(UNIX_PREFIX.length)))
    return
  }
  const parts = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([^:[\]]*)$/.exec(endpoint)
  if (!parts) report.error(at, `address ${endpoint}: missing port in address`)
  const host = parts?.[1] ?? parts?.[2] ?? ''
  if (!LOCAL_HOSTS.has(host)) {
    const forms = '127.0.0.1:<port>,0.0.0.0:<port>,[::1]:port,[::]:port,unix://filepath or unset'
    report.error(at, `sidecar: defaultEndpoint must be of form ${forms}`)
  }
  const port = parts?.[3] ?? ''
  if (/^[-+]?\d+$/.test(port)) report.errorIf(at, checkPort(Number(port)))
  else {
    const words = `strconv.Atoi: parsing ${quote(port)}: invalid syntax`
    report.error(at, `sidecar: defaultEndpoint port (${port}) is not a number: ${words}`)
  }
}

function checkServerTls(listener: Reader, report: Report): void {
  const tls = listener.at('tls')
  if (!tls.isPresent) return
  if (tls.list('subjectAltNames').length > 0) {
    report.error(tls, 'sidecar: subjectAltNames is not supported in ingress tls')
  }
  if (tls.boolean('httpsRedirect') === true) report.error(tls, 'sidecar: httpsRedirect is not supported')
  if (tls.string('credentialName')) report.error(tls, 'sidecar: credentialName is not currently supported')
  if (tls.list('credentialNames').length > 0) {
    report.error(tls, 'sidecar: credentialNames is not currently supported')
  }
  if (tls.list('tlsCertificates').length > 0) {
    report.error(tls, 'sidecar: tls_certificates is not currently supported')
  }
  const mode = tls.string('mode') ?? 'PASSTHROUGH'
  if (mode === 'ISTIO_MUTUAL' || mode === 'AUTO_PASSTHROUGH') {
    report.error(tls, `configuration is invalid: cannot set mode to ${mode} in sidecar ingress tls`)
  }
  if (!/^(https|tls)$/i.test(listener.at('port').string('protocol') ?? '')) {
    report.error(tls, 'server cannot have TLS settings for non HTTPS/TLS ports')
  }
}

function checkOwnPool(listener: Reader, report: Report): void {
  const pool = listener.at('connectionPool')
  checkConnectionPool(pool, report)
  const port = listener.at('port')
  const protocol = port.string('protocol') ?? ''
  if (!pool.at('http').isPresent || HTTP.test(protocol)) return
  const where = `port ${String(port.number('number') ?? 0)} (${quote(port.string('name') ?? '')})`
  const rest = `but its protocol is not HTTP (${protocol}); only TCP settings will apply`
  report.warning(pool, `sidecar: HTTP connection pool settings are configured for ${where} ${rest}`)
}
