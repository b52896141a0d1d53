import type { Labels } from '../../../resources/index.ts'
import type { Path } from '../../../base/origin.ts'
import type { Cluster } from '../../cluster/cluster.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import type { Pod } from '../../cluster/pods.ts'
import { firstLabel, selectorText } from '../../cluster/select.ts'
import type { Finding, IstioctlRule } from '../finding.ts'
import type { MessageName } from '../messages.ts'

/** Sidecars without pods, or for the same pods or namespace, or in ambient mode. Istio, sidecar.SelectorAnalyzer. */
export const checkSidecars: IstioctlRule = ({ cluster }) => {
  const all = cluster.items('Sidecar')
  const selecting = selectPods(cluster, all, ({ spec }) => spec.at('workloadSelector').labels('labels'), [
    'spec',
    'workloadSelector',
    'labels',
  ])
  const ambient = new Set<PlacedItem>()
  for (const [pod, items] of selecting.byPod) if (isAmbient(pod)) items.forEach(item => ambient.add(item))
  const ofNamespace = groupByNamespace(all.filter(({ spec }) => isEmpty(spec.at('workloadSelector').labels('labels'))))
  return [
    ...selecting.missing,
    ...conflictsOf(
      [...selecting.byPod].filter(([pod]) => !isAmbient(pod)),
      'sidecarsForOnePod',
    ),
    ...[...ambient].map(about => ineffective(about, 'selected workload')),
    ...[...ofNamespace].flatMap(([namespace, items]) =>
      isAmbientNamespace(cluster.find('Namespace', '', namespace))
        ? items.map(about => ineffective(about, 'namespace'))
        : withoutSelector(namespace, items, 'sidecarsWithoutSelector'),
    ),
  ]
}

const isEmpty = (labels: Labels): boolean => Object.keys(labels).length === 0

const ineffective = (about: PlacedItem, what: string): Finding => ({
  message: 'ineffectivePolicy',
  about,
  values: { what },
})

/** Istio, util.PodInAmbientMode. */
export const isAmbient = ({ annotations }: Pick<Pod, 'annotations'>): boolean =>
  annotations['ambient.istio.io/redirection'] === 'enabled'

/** Istio, util.NamespaceInAmbientMode. */
function isAmbientNamespace(namespace: PlacedItem | undefined): boolean {
  const labels = namespace?.labels ?? {}
  if (labels['istio-injection'] === 'enabled' || labels['istio.io/rev']) return false
  return labels['istio.io/dataplane-mode'] === 'ambient'
}

/** Those whose selector finds pods of their namespace, by pod, and a finding for each that finds none. */
export function selectPods(
  cluster: Cluster,
  items: readonly PlacedItem[],
  selectorOf: (item: PlacedItem) => Labels,
  path: Path,
): { readonly byPod: ReadonlyMap<Pod, readonly PlacedItem[]>; readonly missing: readonly Finding[] } {
  const byPod = new Map<Pod, PlacedItem[]>()
  const missing: Finding[] = []
  for (const about of items) {
    const selector = selectorOf(about)
    if (isEmpty(selector)) continue
    const pods = cluster.podsWith(selector, about.namespace)
    for (const pod of pods) byPod.set(pod, [...(byPod.get(pod) ?? []), about])
    if (pods.length > 0) continue
    const values = { kind: about.kind, selector: selectorText(selector) }
    missing.push({ message: 'selectorNotFound', about, values, line: [...path, firstLabel(selector)] })
  }
  return { byPod, missing }
}

export function conflictsOf(
  byPod: readonly (readonly [Pod, readonly PlacedItem[]])[],
  message: MessageName,
): readonly Finding[] {
  return byPod.flatMap(([pod, items]) =>
    items.length < 2
      ? []
      : items.map(about => ({
          message,
          about,
          values: { names: namesOf(items), namespace: pod.namespace, pod: pod.name },
          line: ['metadata', 'name'],
        })),
  )
}

export function withoutSelector(
  namespace: string,
  items: readonly PlacedItem[],
  message: MessageName,
): readonly Finding[] {
  if (items.length < 2) return []
  return items.map(about => ({ message, about, values: { names: namesOf(items), namespace } }))
}

const namesOf = (items: readonly PlacedItem[]): string => items.map(({ name }) => name).join(' ')

export function groupByNamespace(items: readonly PlacedItem[]): ReadonlyMap<string, readonly PlacedItem[]> {
  const groups = new Map<string, PlacedItem[]>()
  for (const item of items) {
    const known = groups.get(item.namespace)
    if (known) known.push(item)
    else groups.set(item.namespace, [item])
  }
  return groups
}
