import type { ResourceKey } from '../base/ids.ts'
import { hasLabels } from '../mesh/index.ts'
import type { Resource, ServiceResource, VirtualServiceResource } from '../resources/index.ts'
import type { Traffic } from '../simulate/index.ts'
import { assumeTraffic } from './assume-traffic.ts'
import { servicesUnderPolicy, unnamedEntries } from './callers.ts'
import type { Call, Caller } from './callers.ts'
import { findMentions, meshVirtualServices, serviceKey } from './mesh-hosts.ts'

/** More than these hosts in one picture show nothing new. */
const MOST_TARGETS = 40

/**
 * Traffic of a workload that nothing says calls anybody: to each host that a VirtualService has rules for and the workload
 * can see, by those rules; to a Service plainly where its rules are `hidden`, or a DestinationRule has a policy for it. Itself it calls only where nobody else is left.
 */
export function assumeTrafficFrom(
  caller: Omit<Caller, 'exists'>,
  resources: readonly Resource[],
  hidden: ReadonlySet<ResourceKey>,
): Traffic {
  const routes = meshVirtualServices(resources)
  const seen = routes.filter(({ key }) => !hidden.has(key))
  const ruled = hostKeys(seen)
  const unruled = hostKeys(routes)
  const all = resources.filter((resource): resource is ServiceResource => resource.kind === 'Service')
  const services = all.filter(
    service =>
      !hidden.has(service.key) &&
      service.spec.ports.length > 0 &&
      service.spec.type !== 'ExternalName' &&
      !ruled.has(serviceKey(service)),
  )
  const underPolicy = servicesUnderPolicy(resources)
  const plain = services.filter(
    service => routes.length === 0 || unruled.has(serviceKey(service)) || underPolicy.has(service),
  )
  const entries = unnamedEntries(resources, routes).filter(({ key }) => !hidden.has(key))
  const targets: readonly Call['target'][] = [
    ...seen,
    ...(seen.length + plain.length > 0 ? plain : services),
    ...entries,
  ]
  const own = new Set(all.filter(isOwn(caller)).map(serviceKey))
  const others = targets.filter(target => ![...hostKeysOf(target)].some(key => own.has(key)))
  const called = (others.length > 0 ? others : targets).slice(0, MOST_TARGETS)
  return assumeTraffic(
    called.map(target => ({ caller: { ...caller, exists: true }, target })),
    resources,
  )
}

/** Whether a Service's pods are the caller's own. */
const isOwn =
  ({ namespace, labels }: Omit<Caller, 'exists'>) =>
  (service: ServiceResource): boolean => {
    const { selector } = service.spec
    const selects = selector !== undefined && Object.keys(selector).length > 0 && hasLabels(labels, selector)
    return service.namespace === namespace && selects
  }

function hostKeysOf(target: Call['target']): ReadonlySet<string> {
  if (target.kind === 'Service') return new Set([serviceKey(target)])
  return target.kind === 'ServiceEntry' ? new Set() : hostKeys([target])
}

/** The Services that are hosts of VirtualServices. */
function hostKeys(routes: readonly VirtualServiceResource[]): ReadonlySet<string> {
  const hosts = findMentions(routes).filter(({ role }) => role === 'host')
  return new Set(hosts.map(({ service }) => serviceKey(service)))
}
