import type { Origin } from '../base/origin.ts'
import type { TextEdit } from '../base/text-range.ts'
import type { ParsedText } from './document.ts'
import { documentOf, nodeAt } from './locate.ts'

/**
 * Takes a key and its value out of a map, with its lines or its comma. Nothing where that cannot be done on the spot: the
 * map's only key, one that an alias or a merge brings in, one that shares its lines with something else.
 */
export function removeEntry(parsed: ParsedText, { documentId, path }: Origin): TextEdit | undefined {
  const document = documentOf(parsed, documentId)
  const parent = document && nodeAt(document, path.slice(0, -1))
  const index = parent?.kind === 'map' ? parent.entries.findIndex(({ key }) => key === String(path.at(-1))) : -1
  if (!document || parent?.kind !== 'map' || parent.entries.length < 2) return undefined
  const entry = parent.entries[index]
  if (!entry) return undefined
  const [start, end] = [entry.keyRange.start, Math.max(entry.keyRange.end, entry.value.range.end)]
  if (start < parent.range.start || entry.value.range.start < start || end > parent.range.end) return undefined
  const before = parent.entries[index - 1]
  const next = parent.entries[index + 1]
  const { text } = document
  const cut = (from: number, to: number): TextEdit => ({
    range: { start: document.start + from, end: document.start + to },
    text: '',
  })
  if (text[parent.range.start] === '{') {
    if (next) return cut(start, next.keyRange.start)
    return before && cut(before.value.range.end, end)
  }
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', text.slice(0, end).trimEnd().length)
  const lineEnd = newline < 0 ? text.length : newline + 1
  const lead = text.slice(lineStart, start)
  if (/^ *$/.test(lead)) return cut(lineStart, lineEnd)
  // The first key behind a dash: the next one takes its place there.
  if (!/^[ -]*- $/.test(lead) || !next || text.slice(end, next.keyRange.start).trim() !== '') return undefined
  return cut(start, next.keyRange.start)
}
