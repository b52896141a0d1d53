import type { Resource } from '../resources/index.ts'
import type { Guess } from './assumed-resource.ts'
import { writeDeployment, writeService } from './write-yaml.ts'

const CLASS = 'istio'
const NAME_LABEL = 'gateway.networking.k8s.io/gateway-name'

/**
 * What istiod deploys for a Kubernetes Gateway by itself, where the text does not hold it: a Deployment and a Service by the
 * Gateway's name and class. Istio, DeploymentController.
 */
export function assumeKubernetesGateways(resources: readonly Resource[]): readonly Guess[] {
  return resources.flatMap(resource => {
    if (resource.kind !== 'KubernetesGateway' || resource.spec.gatewayClassName !== CLASS) return []
    const { name, namespace, origin, spec } = resource
    if (spec.addresses.some(({ type }) => type !== 'IPAddress') || spec.addresses.length > 1) return []
    const named = { name: `${name}-${CLASS}`, namespace }
    const has = (kind: Resource['kind']) =>
      resources.some(each => each.kind === kind && each.name === named.name && each.namespace === namespace)
    const labels = { [NAME_LABEL]: name }
    const ports = [...new Set(spec.listeners.map(({ port }) => port))].filter(port => port > 0)
    const because = `istiod deploys Gateway ${name} by itself, and the text does not hold what it makes.`
    const guess = (yaml: string): Guess => ({ yaml, because, causedBy: origin })
    return [
      ...(has('Deployment') ? [] : [guess(writeDeployment(named, labels, 1))]),
      ...(has('Service') || ports.length === 0 ? [] : [guess(writeService(named, labels, ports))]),
    ]
  })
}
