import type { Reader } from '../../resources/index.ts'
import { checkClientTls } from './check-client-tls.ts'
import { checkConnectionPool } from './check-connection-pool.ts'
import { checkLoadBalancer } from './check-load-balancer.ts'
import { checkOutlierDetection } from './check-outlier-detection.ts'
import { isIpAddress } from './ip-address.ts'
import { checkFqdn, checkPort } from './names.ts'
import type { Report } from './report.ts'

const PORT_FIELDS = ['outlierDetection', 'connectionPool', 'loadBalancer', 'tls']
const FIELDS = [...PORT_FIELDS, 'portLevelSettings', 'tunnel', 'proxyProtocol', 'retryBudget']

/** Istio, validateTrafficPolicy ([H43], [H49]). */
export function checkTrafficPolicy(policy: Reader, namespace: string, report: Report): void {
  if (!policy.isPresent) return
  if (!FIELDS.some(name => policy.at(name).isPresent)) {
    report.error(policy, 'traffic policy must have at least one field')
    return
  }
  const tunnel = policy.at('tunnel')
  if (tunnel.isPresent && policy.at('proxyProtocol').isPresent) {
    report.error(policy, 'tunnel and proxyProtocol must not be set together')
    return
  }
  checkPolicyFields(policy, namespace, report)
  report.errorsOf(inner => {
    for (const level of policy.list('portLevelSettings')) checkPortLevel(level, namespace, inner)
  })
  if (tunnel.isPresent) checkTunnel(tunnel, report)
}

function checkPortLevel(level: Reader, namespace: string, report: Report): void {
  if (!level.isPresent) {
    report.error(level, 'traffic policy may not be null')
    return
  }
  if (!level.at('port').isPresent) report.error(level, 'portTrafficPolicy must have valid port')
  if (PORT_FIELDS.some(name => level.at(name).isPresent)) checkPolicyFields(level, namespace, report)
  else report.error(level, 'port traffic policy must have at least one field')
}

function checkPolicyFields(policy: Reader, namespace: string, report: Report): void {
  checkOutlierDetection(policy.at('outlierDetection'), report)
  checkConnectionPool(policy.at('connectionPool'), report)
  checkLoadBalancer(policy.at('loadBalancer'), policy.at('outlierDetection').isPresent, report)
  checkClientTls(policy.at('tls'), namespace, report)
}

/** Istio, validateTunnelSettings. */
function checkTunnel(tunnel: Reader, report: Report): void {
  const protocol = tunnel.string('protocol') ?? ''
  if (!['', 'CONNECT', 'POST'].includes(protocol)) {
    report.error(tunnel.at('protocol'), 'tunnel protocol must be "CONNECT" or "POST"')
  }
  const host = tunnel.string('targetHost') ?? ''
  const problem = checkFqdn(host)
  if (problem !== undefined && !isIpAddress(host)) {
    report.error(tunnel, `tunnel target host must be valid FQDN or IP address: ${problem}; ${host} is not a valid IP`)
  }
  const port = checkPort(tunnel.number('targetPort') ?? 0)
  if (port !== undefined) report.error(tunnel, `tunnel target port is invalid: ${port}`)
}
