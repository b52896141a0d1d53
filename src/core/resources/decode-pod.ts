import { readContainerPorts, readOwner } from './decode-workload.ts'
import type { PodSpec } from './kubernetes-spec.ts'
import type { Reader } from './reader.ts'

/** A pod; ready as its Ready condition says, and also where no status is written down. */
export function decodePod(resource: Reader): PodSpec {
  const status = resource.at('status')
  const hostname = resource.at('spec').string('hostname')
  const subdomain = resource.at('spec').string('subdomain')
  const ready = status.list('conditions').find(condition => condition.string('type') === 'Ready')
  const ended = ['Succeeded', 'Failed'].includes(status.string('phase') ?? '')
  return {
    annotations: resource.at('metadata').labels('annotations'),
    ready: !ended && (ready === undefined || ready.string('status') === 'True'),
    ip: status.string('podIP') || undefined,
    containerPorts: readContainerPorts(resource.at('spec')),
    ...(hostname && { hostname }),
    ...(subdomain && { subdomain }),
    owner: readOwner(resource),
  }
}
