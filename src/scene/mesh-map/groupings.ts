import type { MapNode, MeshMap } from './mesh-map.ts'

/** What many services are drawn as one by. */
export type Grouping = 'namespace' | 'application'

/** What a map can be grouped by so that there are several groups, of several services each; the first is the usual one. */
export function groupingsOf({ nodes }: Pick<MeshMap, 'nodes'>): readonly Grouping[] {
  const [namespaces, applications] = [partsOf(nodes, byNamespace), partsOf(nodes, byApplication)]
  const isNamespaces = new Set(nodes.map(node => `${byNamespace(node)} ${byApplication(node)}`)).size === namespaces
  // Where nearly each service is an application by itself, that groups nothing.
  const groups = applications > 1 && applications <= nodes.length / 2
  return [
    ...(namespaces > 1 ? (['namespace'] as const) : []),
    ...(groups && !(isNamespaces && applications === namespaces) ? (['application'] as const) : []),
  ]
}

/** The same map with other groups. */
export const groupedBy = (map: MeshMap, by: Grouping): MeshMap =>
  by === 'namespace' ? map : { ...map, by, nodes: map.nodes.map(node => ({ ...node, group: byApplication(node) })) }

const byNamespace = ({ group }: MapNode): string => group

const byApplication = ({ application, name }: MapNode): string => application ?? name

const partsOf = (nodes: readonly MapNode[], part: (node: MapNode) => string): number => new Set(nodes.map(part)).size
