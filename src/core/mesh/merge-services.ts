import type { Hostname } from '../base/ids.ts'
import { below } from '../base/origin.ts'
import { compareServices, compareText } from './age-order.ts'
import type { ExternalEndpoint, MeshService } from './mesh.ts'

/**
 * One service for each host, namespace and `exportTo`, then one for each host: of several the Kubernetes Service, else the
 * oldest; the rest in `others`. Istio, PushContext.initServiceRegistry, SidecarScope.appendSidecarServices [A29].
 */
export function mergeServices(all: readonly MeshService[]): {
  readonly services: ReadonlyMap<Hostname, MeshService>
  readonly others: readonly MeshService[]
} {
  const services = new Map<Hostname, MeshService>()
  const others: MeshService[] = []
  const merged = [
    ...group(all, service => `${service.namespace}/${service.hostname}/${exportKey(service)}`).values(),
  ].map(mergeNamesakes)
  const byHost = group(merged, ({ hostname }) => hostname)
  const hostnames = [...byHost.keys()].sort(compareText)
  for (const hostname of hostnames) {
    const [first, ...rest] = [...(byHost.get(hostname) ?? [])].sort(kubernetesFirst)
    if (first) services.set(first.hostname, first)
    others.push(...rest)
  }
  return { services, others }
}

const exportKey = ({ exportTo }: MeshService) => [...(exportTo ?? [])].sort().join()

function kubernetesFirst(a: MeshService, b: MeshService): number {
  return Number(b.registry === 'Kubernetes') - Number(a.registry === 'Kubernetes') || compareServices(a, b)
}

/**
 * Services of one host and namespace: the first stands for all, with the ports of all, though only those of its like have
 * clusters; it serves with the endpoints of all, as istiod keeps them by host, namespace and port name.
 */
function mergeNamesakes(namesakes: readonly MeshService[]): MeshService {
  const [first, ...rest] = [...namesakes].sort(kubernetesFirst)
  if (!first) throw new Error('a group has a member')
  if (rest.length === 0) return first
  const alike = rest.filter(service => canMerge(first, service))
  const ports = [...first.ports]
  for (const service of [...alike, ...rest.filter(one => !alike.includes(one))]) {
    service.ports.forEach((port, i) => {
      if (ports.some(({ number }) => number === port.number)) return
      const origin = below(service.origin, 'spec', 'ports', i)
      ports.push({ origin, ...port, ...(!alike.includes(service) && { withoutCluster: true }) })
    })
  }
  const addresses = [...new Set([first, ...alike].flatMap(service => service.addresses))]
  const domainAddresses = new Map(
    [...namesakes]
      .sort(compareServices)
      .flatMap(one => one.ports.map(port => [port.number, one.addresses[0]] as const)),
  )
  return { ...first, ports, addresses, domainAddresses, externalEndpoints: mergeEndpoints([first, ...rest]) }
}

/** Of endpoints that DNS names, one for each port is all that a LOGICAL_DNS cluster takes. */
function mergeEndpoints(namesakes: readonly MeshService[]): readonly ExternalEndpoint[] {
  const taken = new Set<string>()
  return namesakes.flatMap(({ externalEndpoints, resolution }) =>
    externalEndpoints.map(endpoint => {
      const isSingle = resolution === 'DNSRoundRobinLB'
      const free = Object.entries(endpoint.ports).filter(([name]) => !isSingle || !taken.has(name))
      for (const [name] of free) taken.add(name)
      return { ...endpoint, ports: Object.fromEntries(free) }
    }),
  )
}

/** Istio, sidecar.go, canMergeServices. */
function canMerge(a: MeshService, b: MeshService): boolean {
  return (
    a.registry === 'ServiceEntry' &&
    b.registry === 'ServiceEntry' &&
    a.resolution === b.resolution &&
    sameEntries(a.selector, b.selector) &&
    exportKey(a) === exportKey(b)
  )
}

function sameEntries(a: MeshService['selector'], b: MeshService['selector']): boolean {
  const entries = (labels: MeshService['selector']) => JSON.stringify(Object.entries(labels ?? {}).sort())
  return entries(a) === entries(b)
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const found = groups.get(key)
    if (found) found.push(item)
    else groups.set(key, [item])
  }
  return groups
}
