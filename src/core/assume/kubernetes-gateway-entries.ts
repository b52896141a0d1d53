import { hasLabels, isCoveredBy } from '../mesh/index.ts'
import type {
  GatewayListener,
  HttpRouteResource,
  KubernetesGatewayResource,
  ParentRef,
  PodResource,
  Resource,
  WorkloadResource,
} from '../resources/index.ts'
import { isWorkload, podLabelsOf } from './assume-services.ts'
import type { GatewayEntry } from './gateway-entries.ts'
import { routeAsVirtualService } from './http-route-rules.ts'

const CLASS = 'istio'
const GROUP = 'gateway.networking.k8s.io'
const NAME_LABEL = 'gateway.networking.k8s.io/gateway-name'

/** All ways in through Kubernetes Gateways: HTTPRoutes by the listeners that they are attached to. */
export function findKubernetesEntries(resources: readonly Resource[]): readonly GatewayEntry[] {
  const gateways = resources.filter(
    (resource): resource is KubernetesGatewayResource =>
      resource.kind === 'KubernetesGateway' && resource.spec.gatewayClassName === CLASS,
  )
  const routes = resources.filter((resource): resource is HttpRouteResource => resource.kind === 'HTTPRoute')
  return gateways.flatMap((gateway): readonly GatewayEntry[] => {
    const workloads = servingWorkloads(gateway, resources)
    const listeners = gateway.spec.listeners.filter(({ protocol }) => protocol === 'HTTP' || protocol === 'HTTPS')
    const entryAt = ({ port, protocol }: GatewayListener) => ({
      workloads,
      port: { number: port, scheme: protocol === 'HTTPS' ? 'https' : 'http' } as const,
      isMeant: () => true,
    })
    const bound = routes.flatMap(route =>
      listeners.flatMap(listener => {
        if (!route.spec.parentRefs.some(ref => isAttached(ref, route, gateway, listener))) return []
        const hosts = commonHosts(route.spec.hostnames, listener.hostname ?? '*')
        return hosts.length > 0 ? [{ ...entryAt(listener), target: routeAsVirtualService(route, hosts), hosts }] : []
      }),
    )
    if (bound.length > 0) return bound
    return listeners.map(listener => ({
      ...entryAt(listener),
      target: undefined,
      hosts: [listener.hostname ?? '*'],
    }))
  })
}

/** The pods that istiod deploys carry the Gateway's name; else those of the Services that its addresses name. */
function servingWorkloads(
  { name, namespace, spec }: KubernetesGatewayResource,
  resources: readonly Resource[],
): readonly (WorkloadResource | PodResource)[] {
  const named = new Set(spec.addresses.map(({ value }) => value.split('.')[0]))
  const selectors = resources.flatMap(each =>
    each.kind === 'Service' && each.namespace === namespace && named.has(each.name) && each.spec.selector
      ? [each.spec.selector]
      : [],
  )
  return resources.filter(isWorkload).filter(workload => {
    if (workload.namespace !== namespace) return false
    const labels = podLabelsOf(workload)
    return labels[NAME_LABEL] === name || selectors.some(selector => hasLabels(labels, selector))
  })
}

function isAttached(
  ref: ParentRef,
  route: HttpRouteResource,
  gateway: KubernetesGatewayResource,
  listener: GatewayListener,
): boolean {
  if (ref.group !== GROUP || ref.kind !== 'Gateway' || ref.name !== gateway.name) return false
  if ((ref.namespace ?? route.namespace) !== gateway.namespace) return false
  if (ref.sectionName !== undefined && ref.sectionName !== listener.name) return false
  if (ref.port !== undefined && ref.port !== listener.port) return false
  return listener.allowedFrom !== 'Same' || route.namespace === gateway.namespace
}

/** The narrower of each pair that overlaps; without names of its own a route has the listener's. */
function commonHosts(hostnames: readonly string[], listener: string): readonly string[] {
  if (hostnames.length === 0) return [listener]
  return hostnames.flatMap(host =>
    isCoveredBy(host, listener) ? [host] : isCoveredBy(listener, host) ? [listener] : [],
  )
}
