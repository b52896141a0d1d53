import type { Hostname } from '../base/ids.ts'
import type { ServiceResource } from '../resources/index.ts'
import { createVirtualAddresses } from './addresses.ts'
import { compareText } from './age-order.ts'
import { serviceHostname } from './hostname.ts'
import type { LabelIndex } from './label-index.ts'
import type { MeshService } from './mesh.ts'
import { detectProtocol } from './protocol.ts'
import { selectEntries, toServiceEndpoint } from './workload-entries.ts'
import type { SelectableEntry } from './workload-entries.ts'

/**
 * Kubernetes Services by full name, in that order, each with the pods and WorkloadEntries that its selector finds.
 * Istio, kube.ConvertService.
 */
export function buildServices(
  resources: readonly ServiceResource[],
  index: LabelIndex,
  entries: readonly SelectableEntry[],
  clusterDomain: string,
): readonly MeshService[] {
  const addressOf = createVirtualAddresses(new Set(resources.flatMap(service => service.spec.clusterIp ?? [])))
  const services = new Map<Hostname, MeshService>()
  const named = resources.map(resource => ({
    resource,
    hostname: serviceHostname(resource.name, resource.namespace, clusterDomain),
  }))
  for (const { resource, hostname } of named.sort((a, b) => compareText(a.hostname, b.hostname))) {
    const { spec } = resource
    const isExternal = spec.type === 'ExternalName'
    const hasNoAddress = isExternal || spec.clusterIp === 'None'
    const clusterIp = hasNoAddress ? undefined : spec.clusterIp || addressOf(hostname)
    const ports = spec.ports.map(port => ({ ...port, detected: detectProtocol(port) }))
    const selectsEntries = spec.selector && clusterIp !== undefined && Object.keys(spec.selector).length > 0
    services.set(hostname, {
      hostname,
      name: resource.name,
      namespace: resource.namespace,
      clusterIp,
      externalName: isExternal ? spec.externalName : undefined,
      registry: 'Kubernetes',
      resolution: isExternal ? 'Alias' : clusterIp === undefined ? 'Passthrough' : 'ClientSideLB',
      meshExternal: false,
      addresses: clusterIp === undefined ? [] : [clusterIp],
      creationTimestamp: resource.creationTimestamp,
      ports,
      pods: spec.selector && !isExternal ? index.select(resource.namespace, spec.selector) : [],
      selector: spec.selector,
      externalEndpoints: selectsEntries
        ? selectEntries(entries, resource.namespace, spec.selector)
            .filter(entry => !entry.isNamed)
            .map(entry => toServiceEndpoint(entry, ports))
        : [],
      ...(spec.exportTo && { exportTo: spec.exportTo }),
      origin: resource.origin,
      ...(resource.assumed && { assumed: resource.assumed }),
    })
  }
  return [...services.values()]
}
