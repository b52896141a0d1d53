import type { ProxyId } from '../core/base/ids.ts'
import type { EnvoyConfig } from '../core/envoy/index.ts'
import type { Decision, HttpRequest } from '../core/route/index.ts'

export interface Confirmation {
  readonly command: string
  /** What it prints where this is the case. */
  readonly note: string
}

/**
 * The calls that show in a real cluster what the decision rests on, with the user's own names, and what they print where
 * it is so. The caller's workload is taken to be a Deployment.
 */
export function confirm(
  proxy: ProxyId,
  request: HttpRequest,
  decision: Decision,
  config: EnvoyConfig,
): readonly Confirmation[] {
  const asked: Asked = {
    proxy,
    decision,
    sidecar: config.kind !== 'none',
    routes: routesNameOf(config, request, decision),
  }
  const [command, note] = confirmationOf(asked, request)
  return [{ command, note }, ...sayMore(asked)]
}

interface Asked {
  readonly proxy: ProxyId
  readonly decision: Decision
  readonly sidecar: boolean
  /** The name of the route configuration that decided. */
  readonly routes: string
}

/** A sidecar's is called as the port that was dialled, a gateway's as the one that its pods listen at: `http.8080`. */
function routesNameOf({ routeConfigs }: EnvoyConfig, { dialPort }: HttpRequest, { virtualHost }: Decision): string {
  const decided = [...routeConfigs.values()].find(each => virtualHost && each.virtualHosts.includes(virtualHost))
  return decided?.name ?? String(dialPort)
}

/** Of a death: the configuration that brings it about, and the lines of the log. */
function sayMore({ proxy, decision, sidecar, routes }: Asked): readonly Confirmation[] {
  const { outcome, flags, status, virtualHost } = decision
  const own = flags.split(',').filter(flag => flag !== '-' && flag !== 'DI')
  if (!sidecar || outcome !== 'http' || own.length === 0 || !virtualHost) return []
  const [workload, namespace] = nameAndNamespace(proxy)
  const logs = `kubectl logs deploy/${workload} -n ${namespace} -c istio-proxy | grep '" ${String(status)} ${flags} '`
  const log = { command: logs, note: 'Prints a line for each, where access logging is on.' }
  return [...policyOf(decision, `deploy/${workload} -n ${namespace}`, routes), log]
}

/** What of the cluster's or the rule's policy it is. */
function policyOf({ flags, details, cluster }: Decision, of: string, routes: string): readonly Confirmation[] {
  const [, port = '', subset = '', fqdn] = cluster.split('|')
  if (fqdn === undefined) return []
  const named = `--fqdn ${fqdn} --port ${port}${subset === '' ? '' : ` --subset ${subset}`}`
  const json = `istioctl proxy-config cluster ${of} ${named} -o json`
  const flagged = flags.split(',')
  if (flagged.includes('UO')) return [{ command: json, note: 'circuitBreakers.thresholds holds the limit.' }]
  if (flagged.includes('UF') || flagged.includes('UC'))
    return [{ command: json, note: 'transportSocketMatches says whether TLS is spoken to the pods.' }]
  if (details !== 'response_timeout' && details !== 'upstream_per_try_timeout') return []
  const command = `istioctl proxy-config route ${of} --name ${routes} -o json`
  const field = details === 'response_timeout' ? 'timeout' : 'retryPolicy.perTryTimeout'
  return [{ command, note: `${field} of the route holds the limit.` }]
}

function confirmationOf(asked: Asked, request: HttpRequest): readonly [string, string] {
  const { proxy, decision, sidecar } = asked
  const [workload, namespace] = nameAndNamespace(proxy)
  const ask = (what: string) =>
    `istioctl proxy-config ${what.replace(' ', ` deploy/${workload} -n ${namespace} `).trim()}`
  const { outcome, virtualHost, route, leg, flags } = decision
  if (outcome === 'dns-failure')
    return [serviceCommand(request, namespace), 'Prints NotFound while no Service has this name.']
  if (!sidecar) return [endpointsCommand(request, namespace), 'Prints the pods that kube-proxy chooses from.']
  if (decision.details === 'routes_refused')
    return ['istioctl proxy-status', 'Prints that this proxy’s RDS is not in sync.']
  if (outcome === 'tcp') return [ask(`listener --port ${String(request.dialPort)}`), 'Prints a listener of type TCP.']
  if (outcome === 'no-listener') {
    return [ask(`listener --port ${String(request.dialPort)}`), 'Prints no listener that takes the connection.']
  }
  const flagged = flags.split(',')
  const routes = ask(`route --name ${asked.routes} -o json`)
  if (flagged.includes('NR')) return [routes, `No route of ${virtualHost?.name ?? 'it'} matches the request.`]
  if (flagged.includes('FI')) return [routes, 'The route carries a fault with an abort.']
  if (!leg) {
    const what = route?.action.kind === 'redirect' ? 'redirect' : 'directResponse'
    return [routes, `The route has a ${what} and no cluster.`]
  }
  const [, port = '', subset = '', fqdn] = leg.cluster.split('|')
  if (flagged.includes('NC') && fqdn !== undefined) {
    return subset === ''
      ? [ask(`cluster --fqdn ${fqdn} --port ${port}`), 'Prints no rows while no Service has this host and port.']
      : [ask(`cluster --fqdn ${fqdn} --subset ${subset}`), 'Prints no rows while the subset is missing.']
  }
  if (fqdn === undefined) return [routes, `The route sends it to ${leg.cluster}.`]
  const endpoints = ask(`endpoint --cluster "${leg.cluster}"`)
  if (flagged.includes('UH')) return [endpoints, 'Prints no row that is HEALTHY.']
  return [endpoints, 'Prints the pods that the proxy chooses from.']
}

const serviceCommand = (request: HttpRequest, namespace: string): string =>
  `kubectl get service ${nameOf(request)} -n ${namespaceOf(request, namespace)}`

function endpointsCommand(request: HttpRequest, namespace: string): string {
  const label = `kubernetes.io/service-name=${nameOf(request)}`
  return `kubectl get endpointslices -n ${namespaceOf(request, namespace)} -l ${label}`
}

const nameOf = ({ dialHost }: HttpRequest): string => dialHost.split('.')[0] ?? ''
const namespaceOf = ({ dialHost }: HttpRequest, own: string): string => dialHost.split('.')[1] ?? own

function nameAndNamespace(proxy: ProxyId): readonly [string, string] {
  const dot = proxy.lastIndexOf('.')
  return [proxy.slice(0, dot), proxy.slice(dot + 1)]
}
