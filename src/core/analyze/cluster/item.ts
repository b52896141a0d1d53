import type { Path } from '../../base/origin.ts'
import type { Labels, Reader } from '../../resources/index.ts'
import type { YamlDocument, YamlNode } from '../../yaml/index.ts'

/** A resource as istioctl reads it: every kind that it knows, refused ones included. */
export interface Item {
  /** `VirtualService`; the Gateway of the Gateway API is `KubernetesGateway`. */
  readonly kind: string
  /** Empty for what belongs to no namespace. */
  readonly namespace: string
  readonly name: string
  readonly labels: Labels
  readonly annotations: Labels
  readonly root: Reader
  /** The whole resource where it has no `spec`. */
  readonly spec: Reader
  readonly node: YamlNode
  /** Steps from its document's root: none, or to an item of a List. */
  readonly path: Path
}

/** An item with the document that it stands in. */
export interface PlacedItem extends Item {
  readonly document: YamlDocument
}

/** `VirtualService default/reviews`, as the tool names it. */
export function subjectOf({ kind, namespace, name }: Pick<Item, 'kind' | 'namespace' | 'name'>): string {
  const shown = kind === 'KubernetesGateway' ? 'Gateway' : kind
  return `${shown} ${fullName({ namespace, name })}`
}

/** `default/reviews`. */
export function fullName({ namespace, name }: Pick<Item, 'namespace' | 'name'>): string {
  return namespace === '' ? name : `${namespace}/${name}`
}

export const keyOf = ({ kind, namespace, name }: Pick<Item, 'kind' | 'namespace' | 'name'>): string =>
  `${kind} ${namespace}/${name}`
