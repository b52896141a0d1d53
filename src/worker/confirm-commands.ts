import type { ProxyId } from '../core/base/ids.ts'
import type { Decision } from '../core/route/index.ts'

/**
 * The `istioctl` calls that show in a real cluster what the decision rests on, with the user's own names. The caller's
 * workload is taken to be a Deployment.
 */
export function confirmCommands(proxy: ProxyId, decision: Decision): readonly string[] {
  const dot = proxy.indexOf('.')
  const target = `deploy/${proxy.slice(0, dot)} -n ${proxy.slice(dot + 1)}`
  const cluster = decision.leg?.cluster
  if (decision.outcome !== 'http') return [`istioctl proxy-config listener ${target}`]
  if (cluster === undefined) return [`istioctl proxy-config route ${target} -o json`]
  const [, port, subset, fqdn] = cluster.split('|')
  if (decision.cluster === '-' && fqdn !== undefined) {
    const narrow = subset === '' || subset === undefined ? `--port ${port ?? ''}` : `--subset ${subset}`
    return [`istioctl proxy-config cluster ${target} --fqdn ${fqdn} ${narrow}`]
  }
  return [`istioctl proxy-config endpoint ${target} --cluster "${cluster}"`]
}
