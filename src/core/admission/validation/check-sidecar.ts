import type { Reader } from '../../resources/index.ts'
import { checkConnectionPool } from './check-connection-pool.ts'
import { checkDestination } from './check-destination.ts'
import { checkEgress } from './check-sidecar-egress.ts'
import { checkIngress } from './check-sidecar-ingress.ts'
import { checkFqdn, quote } from './names.ts'
import type { Report } from './report.ts'

/** Istio, validation.go, ValidateSidecar: errors and warnings in its order. */
export function checkSidecar(spec: Reader, namespace: string, report: Report): void {
  const selector = spec.at('workloadSelector')
  const labels = Object.entries(selector.labels('labels'))
  for (const [key, value] of labels) checkSelectorLabel(selector.at('labels', key), key, value, report)
  if (report.errors.length > 0) return
  const ingress = spec.list('ingress')
  const egress = spec.list('egress')
  const isSet = ['outboundTrafficPolicy', 'inboundConnectionPool'].some(name => spec.at(name).isPresent)
  if (ingress.length === 0 && egress.length === 0 && !isSet) {
    report.error(spec, 'sidecar: empty configuration provided')
    return
  }
  if (selector.isPresent && labels.length === 0) {
    const rest = 'will be applied to all services in namespace'
    report.warning(selector, `sidecar: workload selector specified without labels, ${rest}`)
  }
  checkIngress(ingress, report)
  checkConnectionPool(spec.at('inboundConnectionPool'), report)
  checkEgress(egress, namespace, report)
  checkOutboundPolicy(spec.at('outboundTrafficPolicy'), report)
}

/** Istio, ValidateAlphaWorkloadSelector. */
export function checkSelectorLabel(at: Reader, key: string, value: string, report: Report): void {
  if (key === '') report.error(at, `empty key is not supported in selector: ${quote(`${key}=${value}`)}`)
  if (key.includes('*') || value.includes('*')) {
    report.error(at, `wildcard is not supported in selector: ${quote(`${key}=${value}`)}`)
  }
}

/** Istio, validateSidecarOutboundTrafficPolicy. */
function checkOutboundPolicy(policy: Reader, report: Report): void {
  const proxy = policy.at('egressProxy')
  if (!proxy.isPresent) return
  if (policy.string('mode') !== 'ALLOW_ANY') {
    report.error(proxy, 'sidecar: egress_proxy must be set only with ALLOW_ANY outbound_traffic_policy mode')
    return
  }
  report.errorIf(proxy, checkFqdn(proxy.string('host') ?? ''))
  if (proxy.at('port').isPresent) checkDestination(proxy, report)
  else report.error(proxy, 'sidecar: egress_proxy port must be non-nil')
}
