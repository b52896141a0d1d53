import type { Labels } from '../../resources/index.ts'
import { hasLabels } from '../../mesh/index.ts'
import type { Mesh, MeshWorkload } from '../../mesh/index.ts'

const NAME_LABELS = ['istio.io/gateway-name', 'gateway.networking.k8s.io/gateway-name'] as const

/**
 * Whether a workload's proxy runs as a gateway. A text does not show how pods are started; their labels and names do: those
 * that gateways have, or what a Gateway selects where it is called a gateway or has no sidecar. An application that a Gateway
 * selects by mistake stays one: its sidecar does not look at Gateways.
 */
export function isGateway(mesh: Mesh, workload: MeshWorkload): boolean {
  const { labels, name } = workload
  if (NAME_LABELS.some(label => labels[label] !== undefined)) return true
  if ((labels['istio'] ?? '').endsWith('gateway')) return true
  const looksLikeOne = !workload.sidecar || /gateway|ingress|egress/.test(name)
  return looksLikeOne && mesh.gateways.some(({ spec }) => selects(spec.selector, labels))
}

const selects = (selector: Labels, labels: Labels): boolean =>
  Object.keys(selector).length > 0 && hasLabels(labels, selector)
