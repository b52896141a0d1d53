import type { TextRange } from '../../core/base/text-range.ts'

/** What a room is shown at a time. */
export interface DeckStep {
  /** Undefined: what is measured then. */
  readonly title: string | undefined
  /** For the speaker alone. */
  readonly notes: string | undefined
  /** After the start of the run. */
  readonly atMs: number
  readonly play: boolean
  /** What is spoken of, on the stage. */
  readonly focus: string | undefined
  /** What is shown of `text`, and what of that is spoken of. */
  readonly lines: TextRange | undefined
  readonly marks: readonly TextRange[]
  /** The text in force. */
  readonly text: string
}

/** A step's name where it is not there yet. */
export const nameOf = ({ title }: DeckStep): string => title ?? 'what it comes to'
