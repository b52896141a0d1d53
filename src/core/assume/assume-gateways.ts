import { isSlip } from '../base/similar-name.ts'
import type { GatewayResource, Labels, Resource } from '../resources/index.ts'
import type { Guess } from './assumed-resource.ts'
import { isWorkload, podLabelsOf } from './assume-services.ts'
import { workloadsOf } from './gateway-entries.ts'
import { writeDeployment, writeService } from './write-yaml.ts'

const USUAL_LABELS: Labels = { istio: 'ingressgateway' }
const USUAL_NAMESPACE = 'istio-system'

/**
 * The pods and the Service of gateways that Gateways select, where the text holds none with these labels. Pods whose labels
 * the selector misses by a slip are the ones that are meant: then nothing stands in for them.
 */
export function assumeGateways(resources: readonly Resource[]): readonly Guess[] {
  const bySelector = new Map<string, { labels: Labels; gateways: GatewayResource[] }>()
  for (const resource of resources) {
    if (resource.kind !== 'Gateway' || workloadsOf(resource, resources).length > 0) continue
    const { selector } = resource.spec
    if (missesBySlip(selector, resources)) continue
    const labels = Object.keys(selector).length > 0 ? selector : USUAL_LABELS
    const key = JSON.stringify(Object.entries(labels).sort())
    const known = bySelector.get(key)
    if (known) known.gateways.push(resource)
    else bySelector.set(key, { labels, gateways: [resource] })
  }
  return [...bySelector.values()].flatMap(({ labels, gateways }) => guessGateway(labels, gateways))
}

function missesBySlip(selector: Labels, resources: readonly Resource[]): boolean {
  const wanted = Object.entries(selector)
  return resources.some(resource => {
    const labels = isWorkload(resource) ? podLabelsOf(resource) : undefined
    const others = wanted.filter(([key, value]) => labels?.[key] !== value)
    const [slip, another] = others
    return labels !== undefined && slip !== undefined && !another && isSlip(slip[1], labels[slip[0]] ?? '')
  })
}

function guessGateway(labels: Labels, gateways: readonly GatewayResource[]): readonly Guess[] {
  const [first] = gateways
  if (!first) return []
  const usual = labels['istio']
  const named =
    usual === undefined
      ? { name: `${first.name}-gateway`, namespace: first.namespace }
      : { name: `istio-${usual}`, namespace: USUAL_NAMESPACE }
  const ports = [...new Set(gateways.flatMap(({ spec }) => spec.servers.map(({ port }) => port.number)))].filter(
    port => port > 0,
  )
  const causedBy = first.origin
  const pods: Guess = {
    yaml: writeDeployment(named, labels, 1),
    because: `Gateway ${first.name} selects pods and the text holds none with these labels.`,
    causedBy,
  }
  if (ports.length === 0) return [pods]
  const because = `The outside reaches Gateway ${first.name} through a Service, and the text holds no pods for it.`
  return [pods, { yaml: writeService(named, labels, ports), because, causedBy }]
}
