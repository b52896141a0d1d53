import type { TextRange } from '../../core/base/text-range.ts'
import type { HoleNode } from '../../scene/index.ts'
import type { Explanation, Repair } from '../../state/index.ts'

export interface HoleCardProps {
  readonly hole: HoleNode
  /** Requests that fell in. */
  readonly died: number
  /** What share of all does; undefined: nobody knows yet. */
  readonly share: number | undefined
  /** Those that fell in, by class, most first. */
  readonly classes: readonly { readonly label: string; readonly count: number }[]
  /** Undefined: none yet. By the clock of the timeline. */
  readonly firstMs: number | undefined
  readonly lastMs: number | undefined
  /** What has been so since: `VirtualService reviews applied`; empty: all the time. */
  readonly since: { readonly label: string; readonly atMs: number } | undefined
  /** The latest request that fell in; undefined: being asked. */
  readonly explanation: Explanation | undefined
  /** Undefined: being tried out. */
  readonly repairs: readonly Repair[] | undefined
  /** What offsets are of. */
  readonly text: string
  readonly onReveal: (range: TextRange) => void
  readonly onApply: (repair: Repair) => void
  readonly onCopy: (text: string) => void
  /** Every step of the latest request. */
  readonly onTrace: () => void
  readonly onClose: () => void
}
