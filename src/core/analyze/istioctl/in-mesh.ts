import type { Labels } from '../../resources/index.ts'
import type { Cluster } from '../cluster/cluster.ts'
import type { Container } from '../cluster/pods.ts'

const INJECT = 'sidecar.istio.io/inject'

/** What the tool looks at of a pod, or of the pods a Deployment makes. */
interface PodLike {
  readonly labels: Labels
  readonly annotations: Labels
  readonly containers: readonly Container[]
  readonly initContainers?: readonly Container[]
}

export const hasProxy = ({
  containers,
  initContainers = [],
}: Pick<PodLike, 'containers' | 'initContainers'>): boolean =>
  ([...containers, ...initContainers].find(({ name }) => name === 'istio-proxy')?.image ?? '') !== ''

/** Whether a pod has, or gets, a sidecar; in a namespace that the text does not show it has none. Istio, util.inMesh. */
export function isInMesh(pod: PodLike, namespace: string, cluster: Cluster): boolean {
  if (hasProxy(pod)) return true
  const said = pod.labels[INJECT] ?? pod.annotations[INJECT]
  if (said !== undefined) return said === 'true'
  return cluster.find('Namespace', '', namespace)?.labels['istio-injection'] === 'enabled'
}
