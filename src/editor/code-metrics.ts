/** The sizes that Monaco is told and that the text before Monaco is laid out by, so that nothing jumps when Monaco comes. */
export const FONT_SIZE = 12.5
export const LINE_HEIGHT = 20
export const PADDING_TOP = 8
const MARK_WIDTH = 20
const FOLD_WIDTH = 16
/** Room for line numbers: at least this many digits. */
export const MIN_DIGITS = 4
/** Advance of JetBrains Mono, in em. */
const DIGIT_EM = 0.6

/** Width of the column of line numbers, rounded as Monaco rounds it. */
export function lineNumbersWidth(lineCount: number): number {
  return Math.round(Math.max(String(lineCount).length, MIN_DIGITS) * FONT_SIZE * DIGIT_EM)
}

/** Where the text starts, from the pane's left edge. */
export const textLeft = (lineCount: number) => MARK_WIDTH + lineNumbersWidth(lineCount) + FOLD_WIDTH
