/** Changes of the text that belong together: a person is typing. */
export interface Typing {
  /** No other one has it. */
  readonly id: number
  /** The shown moment when it began. */
  readonly sinceMs: number
  /** When the last change came, by the wall's clock. */
  readonly lastWallMs: number
  /** Which line that was in, from 0. */
  readonly line: number
}

export interface Change {
  readonly before: string
  readonly after: string
  readonly wallMs: number
  readonly nowMs: number
}

/** A longer pause, and what follows is a change of its own. */
const PAUSE_MS = 2000
/** What has been shown for longer is not taken back. */
const LONGEST_MS = 10_000

/**
 * The typing that a change goes on with, or a new one: it comes soon after the last one, in its line or a neighbour, and
 * within one line. So what is only half typed comes into force, but leaves no run and no mark of its own.
 */
export function typingAfter(last: Typing | undefined, { before, after, wallMs, nowMs }: Change): Typing {
  const { line, lines } = changedLines(before, after)
  const goesOn =
    last !== undefined &&
    lines <= 2 &&
    Math.abs(line - last.line) <= 1 &&
    wallMs - last.lastWallMs <= PAUSE_MS &&
    nowMs >= last.sinceMs &&
    nowMs - last.sinceMs <= LONGEST_MS
  return goesOn
    ? { ...last, lastWallMs: wallMs, line }
    : { id: (last?.id ?? 0) + 1, sinceMs: nowMs, lastWallMs: wallMs, line }
}

/** In which line two texts begin to differ, and over how many of the one or the other they do. */
function changedLines(before: string, after: string) {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const breaks = (text: string): number => text.split('\n').length - 1
  const most = Math.max(...[before, after].map(text => breaks(text.slice(start, text.length - end))))
  return { line: breaks(after.slice(0, start)), lines: most + 1 }
}
