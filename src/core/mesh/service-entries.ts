import { below } from '../base/origin.ts'
import { toHostname } from '../base/ids.ts'
import type { Hostname } from '../base/ids.ts'
import type { ServiceEntryResource } from '../resources/index.ts'
import { toServiceAddress } from './addresses.ts'
import type { LabelIndex } from './label-index.ts'
import type { ExternalEndpoint, MeshService, Resolution } from './mesh.ts'
import { parseProtocol } from './protocol.ts'
import { selectEntries, toExternalEndpoint } from './workload-entries.ts'
import type { SelectableEntry } from './workload-entries.ts'

const RESOLUTIONS: Readonly<Record<ServiceEntryResource['spec']['resolution'], Resolution>> = {
  NONE: 'Passthrough',
  STATIC: 'ClientSideLB',
  DNS: 'DNSLB',
  DNS_ROUND_ROBIN: 'DNSRoundRobinLB',
  DYNAMIC_DNS: 'DynamicDNS',
}

/** Whether addresses are looked up by Envoy itself, so that a host name may stand for one. Istio, isDNSTypeService. */
export const isResolvedByName = (resolution: Resolution): boolean =>
  resolution === 'DNSLB' || resolution === 'DNSRoundRobinLB'

/**
 * The services that a ServiceEntry makes, one for each host. Addresses that istiod allocates itself are not among theirs:
 * sidecars use those only where they capture DNS. Istio, serviceentry/conversion.go, convertServices, services [A69].
 */
export function toServices(
  resource: ServiceEntryResource,
  index: LabelIndex,
  entries: readonly SelectableEntry[],
): readonly MeshService[] {
  const { spec } = resource
  const resolution = RESOLUTIONS[spec.resolution]
  const selector = spec.workloadSelector
  const selected = selector ? selectEntries(entries, resource.namespace, selector) : []
  const usable = selected.filter(entry => !entry.isNamed || isResolvedByName(resolution))
  const shared = {
    name: resource.name,
    namespace: resource.namespace,
    clusterIp: undefined,
    externalName: undefined,
    registry: 'ServiceEntry',
    resolution,
    meshExternal: spec.location === 'MESH_EXTERNAL',
    addresses: spec.addresses.flatMap(toServiceAddress),
    creationTimestamp: resource.creationTimestamp,
    ports: spec.ports.map(({ name, number, protocol, targetPort }) => {
      const detected = parseProtocol(protocol)
      return {
        name,
        number,
        targetPort: targetPort ?? number,
        protocol: detected === 'UDP' ? ('UDP' as const) : ('TCP' as const),
        appProtocol: undefined,
        detected,
      }
    }),
    pods: selector ? index.select(resource.namespace, selector).filter(pod => pod.ready) : [],
    selector,
    ...(spec.exportTo.length > 0 && { exportTo: spec.exportTo }),
    origin: resource.origin,
    ...(resource.assumed && { assumed: resource.assumed }),
  } as const
  return spec.hosts.map(host => {
    const hostname = toHostname(host)
    const externalEndpoints = selector
      ? usable.map(entry => toExternalEndpoint(entry.spec, entry.labels, spec.ports, entry.origin))
      : ownEndpoints(resource, hostname, resolution)
    return { ...shared, hostname, externalEndpoints }
  })
}

/** Those written in the entry; one that is resolved by name and lists none has its host. */
function ownEndpoints(
  { spec, origin }: ServiceEntryResource,
  hostname: Hostname,
  resolution: Resolution,
): readonly ExternalEndpoint[] {
  if (spec.endpoints.length > 0) {
    return spec.endpoints.map((endpoint, i) =>
      toExternalEndpoint(endpoint, endpoint.labels, spec.ports, below(origin, 'spec', 'endpoints', i)),
    )
  }
  if (!isResolvedByName(resolution)) return []
  const ports = Object.fromEntries(spec.ports.map(port => [port.name, port.targetPort ?? port.number]))
  return [
    {
      address: hostname,
      ports,
      labels: {},
      weight: undefined,
      locality: undefined,
      tlsMode: 'disabled',
      origin: below(
        origin,
        'spec',
        'hosts',
        spec.hosts.findIndex(host => toHostname(host) === hostname),
      ),
    },
  ]
}
