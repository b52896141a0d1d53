import { Reader } from '../../resources/index.ts'
import { createYamlParser } from '../../yaml/index.ts'
import { once } from '../../base/once.ts'
import type { PlacedItem } from './item.ts'
import { keyOf } from './item.ts'
import { makePods } from './pods.ts'
import type { Pod } from './pods.ts'
import { createPodSearch, createSelectorSearch } from './select.ts'

/** Everything that is in a cluster once a text has been applied: what istioctl's analyzers look at. */
export interface Cluster {
  items(kind: string): readonly PlacedItem[]
  find(kind: string, namespace: string, name: string): PlacedItem | undefined
  readonly pods: readonly Pod[]
  /** Of one namespace, or of all of them. */
  podsWith(selector: Readonly<Record<string, string>>, namespace?: string): readonly Pod[]
  hasPodsWith(selector: Readonly<Record<string, string>>, namespace?: string): boolean
  /** Services of a namespace that lead to pods with these labels; those without a selector are taken to select all. */
  servicesOf(labels: Readonly<Record<string, string>>, namespace: string): readonly PlacedItem[]
  /** The mesh's settings that the text has; empty without. */
  readonly mesh: Reader
  readonly rootNamespace: string
  readonly clusterDomain: string
}

/** Of the same kind, namespace and name the later item counts. */
export function createCluster(all: readonly PlacedItem[]): Cluster {
  const byKey = new Map(all.map(item => [keyOf(item), item]))
  const byKind = new Map<string, PlacedItem[]>()
  for (const item of byKey.values()) {
    const known = byKind.get(item.kind)
    if (known) known.push(item)
    else byKind.set(item.kind, [item])
  }
  const items = (kind: string): readonly PlacedItem[] => byKind.get(kind) ?? []
  const find = (kind: string, namespace: string, name: string): PlacedItem | undefined =>
    byKey.get(keyOf({ kind, namespace, name }))
  const pods = once(() =>
    makePods(['Deployment', 'StatefulSet', 'ReplicaSet', 'DaemonSet'].flatMap(items), items('Pod'), name =>
      find('Namespace', '', name),
    ),
  )
  const search = once(() => createPodSearch(pods()))
  const services = once(() => {
    const byNamespace = new Map<string, PlacedItem[]>()
    for (const service of items('Service')) {
      const known = byNamespace.get(service.namespace)
      if (known) known.push(service)
      else byNamespace.set(service.namespace, [service])
    }
    return new Map(
      [...byNamespace].map(([namespace, own]) => [
        namespace,
        createSelectorSearch(own, ({ spec }) => spec.labels('selector')),
      ]),
    )
  })
  const mesh = readMesh(find('ConfigMap', 'istio-system', 'istio'))
  return {
    items,
    find,
    get pods() {
      return pods()
    },
    podsWith: (selector, namespace) => search().find(selector, namespace),
    hasPodsWith: (selector, namespace) => search().has(selector, namespace),
    servicesOf: (labels, namespace) => services().get(namespace)?.(labels) ?? [],
    mesh,
    rootNamespace: mesh.string('rootNamespace') || 'istio-system',
    clusterDomain: 'cluster.local',
  }
}

function readMesh(settings: PlacedItem | undefined): Reader {
  const text = settings?.root.at('data').string('mesh')
  return new Reader(text === undefined ? undefined : createYamlParser().parse(text).documents[0]?.root)
}
