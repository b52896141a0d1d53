import type { Path } from '../../base/origin.ts'
import type { YamlNode } from '../../yaml/index.ts'
import type { Cluster } from '../cluster/cluster.ts'
import type { PlacedItem } from '../cluster/item.ts'
import type { Pod } from '../cluster/pods.ts'
import type { HostIndex } from './hosts.ts'
import type { MessageName } from './messages.ts'

/** Something that istioctl says. */
export interface Finding {
  readonly message: MessageName
  readonly about: PlacedItem | Pod
  readonly values: Readonly<Record<string, string | number>>
  /** The path whose line the tool prints, if it looks one up; it may lead nowhere. */
  readonly line?: Path
  /** Where we show it, in the resource; `line` where that leads somewhere. */
  readonly at?: Path
  /** Why nothing follows from it for traffic. */
  readonly needless?: string
}

/** What a rule looks at. */
export interface Scene {
  readonly cluster: Cluster
  readonly hosts: HostIndex
  /** What istiod's webhook says of a resource, by its YAML. */
  readonly webhook: (node: YamlNode) => WebhookWords
  /** Undefined: certificates are not asked whether they are still valid. */
  readonly nowMs: number | undefined
}

export type WebhookWords = Readonly<
  Record<'errors' | 'warnings', readonly { readonly path: Path; readonly message: string }[]>
>

/** One of istioctl's analyzers. */
export type IstioctlRule = (scene: Scene) => readonly Finding[]
