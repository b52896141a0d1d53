import { Reader } from '../../resources/index.ts'
import { createYamlParser } from '../../yaml/index.ts'
import { once } from '../../base/once.ts'
import type { PlacedItem } from './item.ts'
import { keyOf } from './item.ts'
import { makePods } from './pods.ts'
import type { Pod } from './pods.ts'
import { createPodSearch } from './select.ts'

/** Everything that is in a cluster once a text has been applied: what istioctl's analyzers look at. */
export interface Cluster {
  items(kind: string): readonly PlacedItem[]
  find(kind: string, namespace: string, name: string): PlacedItem | undefined
  readonly pods: readonly Pod[]
  /** Of one namespace, or of all of them. */
  podsWith(selector: Readonly<Record<string, string>>, namespace?: string): readonly Pod[]
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
  const mesh = readMesh(find('ConfigMap', 'istio-system', 'istio'))
  return {
    items,
    find,
    get pods() {
      return pods()
    },
    podsWith: (selector, namespace) => search()(selector, namespace),
    mesh,
    rootNamespace: mesh.string('rootNamespace') || 'istio-system',
    clusterDomain: 'cluster.local',
  }
}

function readMesh(settings: PlacedItem | undefined): Reader {
  const text = settings?.root.at('data').string('mesh')
  return new Reader(text === undefined ? undefined : createYamlParser().parse(text).documents[0]?.root)
}
