import type { Reader } from './reader.ts'
import type { ServiceEntrySpec, WorkloadEntrySpec } from './service-entry-spec.ts'

const RESOLUTIONS = ['NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS'] as const

/** networking.istio.io ServiceEntry, with protobuf's defaults: outside the mesh, not resolved. */
export function decodeServiceEntry(resource: Reader): ServiceEntrySpec {
  const spec = resource.at('spec')
  return {
    hosts: spec.strings('hosts'),
    addresses: spec.strings('addresses'),
    ports: spec.list('ports').map(port => ({
      name: port.string('name') ?? '',
      number: port.number('number') ?? 0,
      protocol: port.string('protocol') ?? '',
      targetPort: port.number('targetPort') || undefined,
    })),
    location: spec.string('location') === 'MESH_INTERNAL' ? 'MESH_INTERNAL' : 'MESH_EXTERNAL',
    resolution: RESOLUTIONS.find(name => name === spec.string('resolution')) ?? 'NONE',
    endpoints: spec.list('endpoints').map(decodeEndpoint),
    workloadSelector: spec.message('workloadSelector', selector => selector.labels('labels')),
    exportTo: spec.strings('exportTo'),
  }
}

/** networking.istio.io WorkloadEntry. */
export function decodeWorkloadEntry(resource: Reader): WorkloadEntrySpec {
  return decodeEndpoint(resource.at('spec'))
}

function decodeEndpoint(endpoint: Reader): WorkloadEntrySpec {
  return {
    address: endpoint.string('address') ?? '',
    ports: endpoint.record('ports', ({ node }) =>
      node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined,
    ),
    labels: endpoint.labels('labels'),
    network: endpoint.string('network') || undefined,
    locality: endpoint.string('locality') || undefined,
    weight: endpoint.number('weight'),
    serviceAccount: endpoint.string('serviceAccount') || undefined,
  }
}
