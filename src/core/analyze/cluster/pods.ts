import { perObject } from '../../base/per-object.ts'
import type { Labels, Reader } from '../../resources/index.ts'
import type { PlacedItem } from './item.ts'

/** A pod that is written, or one that a workload makes. */
export interface Pod {
  readonly namespace: string
  readonly name: string
  readonly labels: Labels
  readonly annotations: Labels
  readonly spec: Reader
  readonly containers: readonly Container[]
  readonly initContainers: readonly Container[]
  /** The Pod, or the workload that makes it. */
  readonly source: PlacedItem
  readonly isMade: boolean
}

export interface Container {
  readonly name: string
  readonly image: string
  readonly runAsUser: number | undefined
}

const INJECT = 'sidecar.istio.io/inject'
/** However many replicas there are, no message depends on more. */
const MOST_REPLICAS = 3
const PROXY: Container = { name: 'istio-proxy', image: 'istio/proxyv2', runAsUser: undefined }

const readContainers = (spec: Reader, list: string): readonly Container[] =>
  spec.list(list).map(container => ({
    name: container.string('name') ?? '',
    image: container.string('image') ?? '',
    runAsUser: container.at('securityContext').number('runAsUser'),
  }))

/** What a workload says of the pods that it makes. */
export type Template = Pick<Pod, 'labels' | 'annotations' | 'spec' | 'containers' | 'initContainers'>

export const templateOf = ({ spec }: Pick<PlacedItem, 'spec'>): Template => templateIn(spec)

const templateIn = perObject((workload: Reader): Template => {
  const template = workload.at('template')
  const metadata = template.at('metadata')
  const spec = template.at('spec')
  return {
    labels: metadata.labels('labels'),
    annotations: metadata.labels('annotations'),
    spec,
    ...containersOf(spec),
  }
})

/** Pods of a cluster in which everything has been applied and the injector has done its work. */
export function makePods(
  workloads: readonly PlacedItem[],
  pods: readonly PlacedItem[],
  findNamespace: (name: string) => PlacedItem | undefined,
): readonly Pod[] {
  const written = pods.map((item): Pod => ({ ...item, ...containersOf(item.spec), source: item, isMade: false }))
  const names = new Set(written.map(({ namespace, name }) => `${namespace}/${name}`))
  const made = workloads.flatMap(item => replicasOf(item, findNamespace(item.namespace)?.labels ?? {}))
  return [...written, ...made.filter(({ namespace, name }) => !names.has(`${namespace}/${name}`))]
}

function containersOf(spec: Reader): Pick<Pod, 'containers' | 'initContainers'> {
  return { containers: readContainers(spec, 'containers'), initContainers: readContainers(spec, 'initContainers') }
}

function replicasOf(item: PlacedItem, namespaceLabels: Labels): readonly Pod[] {
  const { labels, annotations, spec, containers, initContainers } = templateOf(item)
  const injected = isInjected(labels, annotations, spec, namespaceLabels)
  const isAmbient = namespaceLabels['istio.io/dataplane-mode'] === 'ambient' && !injected
  const pod = {
    namespace: item.namespace,
    labels,
    annotations: isAmbient ? { ...annotations, 'ambient.istio.io/redirection': 'enabled' } : annotations,
    spec,
    containers: injected ? [...containers.filter(({ name }) => name !== PROXY.name), PROXY] : containers,
    initContainers,
    source: item,
    isMade: true,
  }
  const count = Math.min(item.kind === 'DaemonSet' ? 1 : (item.spec.number('replicas') ?? 1), MOST_REPLICAS)
  return Array.from({ length: Math.max(0, count) }, (_, i) => ({ ...pod, name: `${item.name}-${String(i)}` }))
}

/** What the injector does: the namespace asks, or the pod does where the namespace says nothing; each pod may refuse. */
function isInjected(labels: Labels, annotations: Labels, spec: Reader, namespace: Labels): boolean {
  if ((labels[INJECT] ?? annotations[INJECT]) === 'false' || spec.boolean('hostNetwork')) return false
  const says = ['istio-injection', 'istio.io/rev'].some(name => name in namespace)
  if (says) return namespace['istio-injection'] === 'enabled' || 'istio.io/rev' in namespace
  return labels[INJECT] === 'true' || 'istio.io/rev' in labels
}
