import type { TimelineMarkKind } from '../../render/index.ts'

/** Something that happened besides requests: a stop on the timeline. */
export interface TimelineMark {
  readonly kind: TimelineMarkKind
  readonly atMs: number
  /** Beside it, where there is room. */
  readonly label: string
  /** In full; absent: the label. */
  readonly words?: string
}
