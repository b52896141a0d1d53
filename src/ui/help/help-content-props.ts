import type { Measured } from '../../state/index.ts'

export interface HelpContentProps {
  /** Undefined: the list of all. */
  readonly code: string | undefined
  readonly onMeasure: (text: string) => Promise<Measured | undefined>
  /** Puts a text into the editor. */
  readonly onTryOut: (text: string, title: string) => void
  readonly onCopy: (text: string) => void
}
