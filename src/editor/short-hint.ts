import { cutAtWord } from '../core/base/cut-at-word.ts'
import type { LineHint } from './editor-handle.ts'

const LONGEST_HINT = 24
/** A hint's letters are smaller than those of the text. */
const COLUMNS_A_LETTER = 0.65

/**
 * As much of a hint as there is room for, of at most 24 characters: its words or its shorter ones, else whole words of them.
 * The whole is shown on hover. `columns`: what the view has free behind the line.
 */
export function shortHint({ text, short = text }: Pick<LineHint, 'text' | 'short'>, columns = Infinity): string {
  const most = Math.min(LONGEST_HINT, Math.floor(columns / COLUMNS_A_LETTER))
  return Array.from(text).length <= most ? text : cutAtWord(short, LONGEST_HINT)
}
