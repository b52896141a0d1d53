import type { Path } from '../../base/origin.ts'
import type { YamlDocument } from '../../yaml/index.ts'
import type { Cluster } from '../cluster/cluster.ts'
import type { PlacedItem } from '../cluster/item.ts'
import type { HostIndex } from '../istioctl/hosts.ts'
import type { BLIND_MESSAGES } from './messages.ts'

export interface BlindFinding {
  readonly message: keyof typeof BLIND_MESSAGES
  /** What it stands in; a document of which istioctl makes no resource. */
  readonly about: PlacedItem | YamlDocument
  readonly values: Readonly<Record<string, string | number>>
  readonly at: Path
  /** What is missing may stand elsewhere: the text shows nothing of its kind. */
  readonly isLeftOut?: boolean
}

export interface BlindScene {
  readonly cluster: Cluster
  readonly hosts: HostIndex
  /** Documents of the text, and those that istioctl loses. */
  readonly documents: readonly YamlDocument[]
  readonly lost: readonly YamlDocument[]
  /** Whether the text shows something of a kind, so that what is not there is missing. */
  readonly shows: (kind: string) => boolean
}

/** Looks for one kind of problem that istioctl does not see. */
export type BlindRule = (scene: BlindScene) => readonly BlindFinding[]
