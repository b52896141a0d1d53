const BREAK = /^---(\s|$)/

/**
 * The text with nothing in it but the resource that a line is of: the document, or the item of a List, as a document of its
 * own. Every line keeps its number and its columns. `line` counts from 1.
 *
 * The schema service finds a document only where it ends with words, and knows no kind inside a List.
 */
export function presentDocument(lines: readonly string[], line: number): string {
  const at = line - 1
  const start = lines.findLastIndex((text, i) => i <= at && BREAK.test(text)) + 1
  const after = lines.findIndex((text, i) => i > at && BREAK.test(text))
  const end = after < 0 ? lines.length : after
  const item = itemAround(lines, at, start, end)
  const from = item?.start ?? start
  const own = lines.slice(from, item?.end ?? end)
  if (item) own[0] = own[0]?.replace('-', ' ') ?? ''
  return [...lines.slice(0, from).map(() => ''), ...own].join('\n')
}

/** The item of the document's `items` that a line is of, where it is a List; `end` is behind its last line. */
function itemAround(lines: readonly string[], at: number, start: number, end: number) {
  const items = lines.findIndex((text, i) => i >= start && i < end && /^items:\s*$/.test(text))
  if (items < 0 || at <= items || !lines.slice(start, end).some(text => /^kind:\s*\w*List\s*$/.test(text)))
    return undefined
  const dash = /^ *- /.exec(lines.slice(items + 1, end).find(text => text.trim() !== '') ?? '')?.[0]
  const isPart = (text: string): boolean => dash !== undefined && (text.startsWith(dash) || /^\s*$|^\s/.test(text))
  const last = lines.findIndex((text, i) => i > items && i < end && !isPart(text))
  const behind = last < 0 ? end : last
  const isStart = (text: string): boolean => dash !== undefined && text.startsWith(dash)
  const own = lines.findLastIndex((text, i) => i > items && i <= at && isStart(text))
  if (own < 0 || at >= behind) return undefined
  const next = lines.findIndex((text, i) => i > own && i < behind && isStart(text))
  return { start: own, end: next < 0 ? behind : next }
}
