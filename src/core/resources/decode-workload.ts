import { readRollout } from './decode-rollout.ts'
import type { ContainerPort, WorkloadSpec } from './kubernetes-spec.ts'
import type { Reader } from './reader.ts'
import type { WorkloadKind } from './resource.ts'

/** A workload as its pods: one where `replicas` is left out, and one for a DaemonSet, as on a cluster of one node. */
export function decodeWorkload(resource: Reader, kind: WorkloadKind): WorkloadSpec {
  const spec = resource.at('spec')
  const template = spec.at('template')
  const owner = readOwner(resource)
  const serviceName = spec.string('serviceName')
  const rollout = readRollout(spec)
  return {
    replicas: kind === 'DaemonSet' ? 1 : (spec.number('replicas') ?? 1),
    selector: spec.at('selector').labels('matchLabels'),
    podLabels: template.at('metadata').labels('labels'),
    podAnnotations: template.at('metadata').labels('annotations'),
    containerPorts: readContainerPorts(template.at('spec')),
    ...(owner !== undefined && { owner }),
    ...(serviceName && { serviceName }),
    ...(rollout && { rollout }),
  }
}

/** The name in the owner reference that controls the resource, else in the first one. */
export function readOwner(resource: Reader): string | undefined {
  const owners = resource.at('metadata').list('ownerReferences')
  return (owners.find(owner => owner.boolean('controller') === true) ?? owners[0])?.string('name')
}

/** Ports of all containers of a pod spec. */
export function readContainerPorts(podSpec: Reader): readonly ContainerPort[] {
  return podSpec.list('containers').flatMap(container =>
    container.list('ports').flatMap(port => {
      const number = port.number('containerPort')
      return number === undefined ? [] : [{ name: port.string('name'), number }]
    }),
  )
}
