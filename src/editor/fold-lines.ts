/** Lines from and to, counted from 1. */
export interface Fold {
  readonly start: number
  readonly end: number
}

/**
 * What can be folded: every line with deeper ones below it, comments of several lines, and each document from its `kind` on,
 * so that the line which stays says what it is.
 */
export function foldLines(lines: readonly string[]): readonly Fold[] {
  const folds: Fold[] = []
  const open: { readonly line: number; readonly depth: number }[] = []
  let last = 0
  let kind = 0
  let comment = 0

  const close = (depth: number): void => {
    for (let top = open.at(-1); top && top.depth >= depth; top = open.at(-1)) {
      open.pop()
      if (last > top.line) folds.push({ start: top.line, end: last })
    }
  }
  const closeComment = (end: number): void => {
    if (comment > 0 && end > comment) folds.push({ start: comment, end })
    comment = 0
  }
  const closeDocument = (): void => {
    close(0)
    if (kind > 0 && last > kind) folds.push({ start: kind, end: last })
    kind = 0
  }

  lines.forEach((text, i) => {
    const line = i + 1
    const rest = text.trimStart()
    if (rest.startsWith('#')) {
      if (comment === 0) comment = line
      return
    }
    closeComment(i)
    if (rest.trimEnd() === '') return
    if (/^---(\s|$)/.test(text)) return closeDocument()
    const dash = /^(- +)*/.exec(rest)?.[0].length ?? 0
    const indent = text.length - rest.length
    close(dash > 0 ? indent + 0.5 : indent)
    last = line
    if (/^kind:\s*\S/.test(text) && kind === 0) kind = line
    else open.push({ line, depth: dash > 0 ? indent + 0.5 : indent })
  })
  closeComment(lines.length)
  closeDocument()
  return folds.sort((a, b) => a.start - b.start || b.end - a.end)
}
