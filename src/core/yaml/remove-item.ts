import type { Origin } from '../base/origin.ts'
import type { TextEdit, TextRange } from '../base/text-range.ts'
import type { ParsedText, YamlDocument } from './document.ts'
import { documentOf } from './locate.ts'
import { removeEntry } from './remove-entry.ts'
import { writtenAt } from './written-at.ts'

/**
 * Takes an item out of a list, with its lines, comments in them included, or its comma. Nothing for a list's only item, or
 * one that shares its lines with something else.
 */
export function removeItem(parsed: ParsedText, { documentId, path }: Origin): TextEdit | undefined {
  const place = writtenAt(parsed, { documentId, path: path.slice(0, -1) })
  const index = path.at(-1)
  if (place?.node.kind !== 'list' || place.node.items.length < 2 || typeof index !== 'number') return undefined
  const { document, node } = place
  const item = node.items[index]
  const [before, next] = [node.items[index - 1], node.items[index + 1]]
  if (!item || item.range.start < node.range.start || item.range.end > node.range.end) return undefined
  if (document.text[node.range.start] === '[') {
    if (next) return cut(document, { start: item.range.start, end: next.range.start })
    return before && cut(document, { start: before.range.end, end: item.range.end })
  }
  const lines = linesOfItem(document.text, item.range)
  return lines && cut(document, lines)
}

/** From the start of the line with its dash to the end of its last line. */
export function linesOfItem(text: string, range: TextRange): TextRange | undefined {
  const start = text.lastIndexOf('\n', range.start - 1) + 1
  if (!/^ *- *$/.test(text.slice(start, range.start))) return undefined
  const newline = text.indexOf('\n', text.slice(0, range.end).trimEnd().length)
  return { start, end: newline < 0 ? text.length : newline + 1 }
}

/** A key, or the maps around it that hold nothing else. */
export function removeWithEmpty(parsed: ParsedText, origin: Origin, least: number): TextEdit | undefined {
  const { documentId, path } = origin
  if (path.length <= least) return undefined
  return removeEntry(parsed, origin) ?? removeOnly(parsed, { documentId, path: path.slice(0, -1) }, least)
}

function removeOnly(parsed: ParsedText, map: Origin, least: number): TextEdit | undefined {
  const place = writtenAt(parsed, map)
  return place?.node.kind === 'map' && place.node.entries.length === 1 ? removeWithEmpty(parsed, map, least) : undefined
}

/** Takes a resource out: an item of a List, or a document whose every comment is about it. */
export function removeResource(parsed: ParsedText, origin: Origin): TextEdit | undefined {
  if (origin.path.length > 0) return removeItem(parsed, origin)
  const document = documentOf(parsed, origin.documentId)
  const start = document?.root?.range.start ?? 0
  if (!document || parsed.documents.length < 2 || document.text.slice(0, start).includes('#')) return undefined
  const isFirst = document === parsed.documents[0]
  const separator = isFirst ? /^---[ \t]*\r?\n/.exec(parsed.documents[1]?.text ?? '')?.[0].length : 0
  if (separator === undefined) return undefined
  return cut(document, { start: 0, end: document.text.length + separator })
}

function cut({ start }: YamlDocument, range: TextRange): TextEdit {
  return { range: { start: start + range.start, end: start + range.end }, text: '' }
}
