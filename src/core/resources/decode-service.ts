import type { ServicePort, ServiceSpec } from './kubernetes-spec.ts'
import type { Reader } from './reader.ts'

/** A Service with the API server's defaults: type ClusterIP, protocol TCP, targetPort as the port. */
export function decodeService(resource: Reader): ServiceSpec {
  const spec = resource.at('spec')
  const exportTo = resource.at('metadata', 'annotations').string('networking.istio.io/exportTo')
  return {
    clusterIp: spec.string('clusterIP') || undefined,
    type: spec.string('type') || 'ClusterIP',
    externalName: spec.string('externalName') || undefined,
    selector: spec.at('selector').isPresent ? spec.labels('selector') : undefined,
    ports: spec.list('ports').flatMap(decodePort),
    ...(exportTo !== undefined && { exportTo: exportTo.split(',').map(name => name.trim()) }),
  }
}

function decodePort(port: Reader): readonly ServicePort[] {
  const number = port.number('port')
  if (number === undefined) return []
  const protocol = port.string('protocol')
  return [
    {
      name: port.string('name') ?? '',
      number,
      targetPort: (port.string('targetPort') || port.number('targetPort')) ?? number,
      protocol: protocol === 'UDP' || protocol === 'SCTP' ? protocol : 'TCP',
      appProtocol: port.string('appProtocol') || undefined,
    },
  ]
}
