import type { Hostname } from '../../base/ids.ts'
import type { Mesh } from '../../mesh/index.ts'
import type { Caller } from '../caller.ts'
import { toEndpoints } from '../endpoints.ts'
import type { BoundGateway } from './gateway-server.ts'

/** A port of a Service that has the gateway's pods behind it. Istio, model.ServiceTarget. */
export interface ServiceTarget {
  readonly hostname: Hostname
  readonly port: number
  /** The pods' own port behind it. */
  readonly targetPort: number
}

/** The Services' ports by which the outside reaches a gateway's pods. */
export function serviceTargets(mesh: Mesh, { proxy }: Caller): readonly ServiceTarget[] {
  return [...mesh.services.values()].flatMap(service => {
    if (!service.pods.some(pod => `${pod.workload}.${pod.namespace}` === proxy)) return []
    return service.ports.flatMap(port => {
      const found = toEndpoints(service, port).all.find(
        ({ workload, namespace }) => `${workload}.${namespace}` === proxy,
      )
      return found ? [{ hostname: service.hostname, port: port.number, targetPort: found.port }] : []
    })
  })
}

/**
 * The pods' own ports for a port that a Gateway names. A selected gateway takes the first Service that has it, or the port
 * as it is; one that names its Services takes theirs. Istio, resolvePorts.
 */
export function resolvePorts(
  { servedBy }: BoundGateway,
  port: number,
  targets: readonly ServiceTarget[],
): readonly number[] {
  if (servedBy.kind === 'selector') return [targets.find(target => target.port === port)?.targetPort ?? port]
  const own = targets.filter(target => target.port === port && servedBy.hostnames.includes(target.hostname))
  return [...new Set(own.map(({ targetPort }) => targetPort))]
}
