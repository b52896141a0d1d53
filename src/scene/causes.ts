import { toHostname } from '../core/base/ids.ts'
import type { ClusterName } from '../core/base/ids.ts'
import type { Cluster } from '../core/envoy/index.ts'
import type { Mesh } from '../core/mesh/index.ts'
import { meet, spokenTo } from '../core/route/index.ts'
import type { Decision, HttpRequest, Router } from '../core/route/index.ts'
import { brokenWords, FAILED, timeWords } from './broken-words.ts'
import { fullWords } from './full-limits.ts'
import { findMissing } from './missing.ts'
import { clusterParts, shortHost } from './names.ts'
import { flagsOf, isBlackhole } from './outcome.ts'
import type { Cause } from './way.ts'

type Rules = Pick<Mesh, 'services' | 'destinationRules' | 'settings'>

const REFUSED = 'routes_refused'

/** A death's status and flags as Envoy logs them; what has neither is named by where it ended. */
export function deathLabel(cause: Cause, decision: Decision): string {
  if (cause === 'dns') return 'no address'
  if (cause === 'no-listener') return decision.details === REFUSED ? 'no routes' : 'no listener'
  const status = decision.status > 0 ? [String(decision.status)] : [decision.outcome === 'tcp' ? 'closed' : 'no answer']
  return [...status, flagsOf(decision).join(',')].filter(part => part !== '').join(' ')
}

/** The cause in words, for one of the requests that die of it. */
export function causeWords(
  cause: Cause,
  decision: Decision,
  request: HttpRequest,
  router: Router,
  namespace: string,
  mesh: Rules,
) {
  switch (cause) {
    case 'dns':
      return `name not resolved: ${request.dialHost}`
    case 'no-listener':
      if (decision.details === REFUSED) return 'Envoy refuses the routes: a new proxy has none'
      return `nothing listens at ${request.dialHost}:${String(request.dialPort)}`
    case 'refused-passthrough':
      return router.config.dns.get(request.dialHost.toLowerCase())?.origin
        ? `REGISTRY_ONLY: this proxy is not told of ${request.dialHost}`
        : `REGISTRY_ONLY: no Service ${request.dialHost}`
    case 'no-virtual-host':
      return isBlackhole(decision)
        ? `nothing is bound to the gateway: no VirtualService, no HTTPRoute`
        : `no virtual host for ${request.authority}`
    case 'no-rule':
      return `no rule matched ${pathOnly(request.path)}`
    case 'injected':
      return decision.status === 200 ? 'injected gRPC status' : `injected ${String(decision.status)}`
    case 'no-cluster':
      return `cluster not found: ${findMissing(decision, router, namespace, mesh).words}`
    case 'no-endpoint':
      return `no healthy pod: ${whyNobody(decision, router, namespace, mesh)}`
    case 'not-taken':
      return whyNotTaken(decision, router)
    case 'full':
      return fullWords(router.config.clusters.get(decision.cluster as ClusterName))
    case 'other':
      return timeWords(decision) ?? (decision.details.replaceAll('_', ' ') || 'no answer')
  }
}

const pathOnly = (path: string): string => path.replace(/\?.*$/, '')

/** What the two sides do not agree on. */
function whyNotTaken(decision: Decision, router: Router): string {
  const { endpoint } = decision
  if (!endpoint) return FAILED
  const cluster = (decision.cluster === '-' ? undefined : router.config.clusters.get(decision.cluster)) ?? {}
  const { accepts, hasSidecar, workload, address, pod, port } = endpoint
  const isPod = address !== pod
  const who = isPod ? `pods of ${workload}` : pod
  switch (meet(cluster, endpoint)) {
    case 'reset':
      return `${who} take mTLS only: the request comes in plain text`
    case 'tls-error': {
      const spoken = spokenTo(cluster, endpoint)
      if (accepts === 'mtls') return `${who} take Istio’s mTLS only: other TLS is spoken to them`
      if (spoken === 'TLS')
        return `${who} ${isPod ? 'serve' : 'serves'} no TLS: the sidecar speaks it to ${isPod ? 'them' : 'it'}`
      const why = !isPod ? 'is outside the mesh' : hasSidecar ? 'take plain text only' : 'have no sidecar'
      return `${who} ${why}: mTLS is spoken to ${isPod ? 'them' : 'it'}`
    }
    case 'refused':
      return `nothing listens at port ${String(port)} of ${workload}`
    default:
      return brokenWords(decision)
  }
}

function whyNobody(decision: Decision, router: Router, namespace: string, { services }: Rules): string {
  const cluster: Cluster | undefined =
    decision.cluster === '-' ? undefined : router.config.clusters.get(decision.cluster)
  const parts = clusterParts(decision.cluster)
  if (cluster && cluster.endpoints.length > 0) return whyNoneIsUsed(cluster.endpoints)
  if (parts && parts.subset !== '') return `labels of ${parts.subset} select none`
  const host = parts ? shortHost(parts.host, namespace) : 'it'
  const service = parts && services.get(toHostname(parts.host))
  return service && !service.selector ? `${host} has no endpoints` : `the selector of ${host} selects none`
}

/** An endpoint that is ready and yet not sent to is ejected: nothing else keeps it out. */
function whyNoneIsUsed(endpoints: Cluster['endpoints']): string {
  const n = endpoints.length
  const ready = endpoints.filter(({ healthy }) => healthy).length
  if (ready === 0) return n === 1 ? 'its one pod is not ready' : `none of ${String(n)} is ready`
  if (n === 1) return 'its one pod is ejected'
  return `${String(ready)} of ${String(n)} ejected${ready < n ? ', no other is ready' : ''}`
}
