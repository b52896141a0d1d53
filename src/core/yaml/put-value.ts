import type { Origin } from '../base/origin.ts'
import type { TextEdit } from '../base/text-range.ts'
import type { ParsedText, YamlDocument } from './document.ts'
import { setScalar } from './edit-values.ts'
import { nodeOf } from './locate.ts'
import { writeEntry, writeFlow } from './write-value.ts'
import type { NewValue } from './write-value.ts'
import { lineBreakAt, lineEndAt, writtenAt } from './written-at.ts'
import type { YamlMap } from './yaml-node.ts'

/**
 * Writes a value at a path, with the maps on the way that are not there yet, in the style of the map that it comes into.
 * A scalar that is there is replaced. Nothing where that cannot be done on the spot.
 */
export function putValue(parsed: ParsedText, origin: Origin, value: NewValue): TextEdit | undefined {
  const there = nodeOf(parsed, origin)
  if (there) {
    if (there.kind === 'scalar' && typeof value !== 'object') return setScalar(parsed, origin, value)
    return there.kind === 'scalar' && there.value === null ? fillEmpty(parsed, origin, value) : undefined
  }
  const depth = origin.path.findLastIndex((_, i) => nodeOf(parsed, upTo(origin, i)) !== undefined)
  const place = upTo(origin, depth)
  const [key, ...rest] = origin.path.slice(depth)
  if (depth < 0 || typeof key !== 'string' || rest.some(step => typeof step !== 'string')) return undefined
  const nested = rest.reduceRight<NewValue>((inner, step) => ({ [step]: inner }), value)
  const node = nodeOf(parsed, place)
  return node?.kind === 'map'
    ? addEntry(parsed, place, key, nested)
    : node && fillEmpty(parsed, place, { [key]: nested })
}

const upTo = ({ documentId, path }: Origin, depth: number): Origin => ({ documentId, path: path.slice(0, depth) })

/** Adds a key that a map does not have, behind its last one, or behind the one that is named. */
export function addEntry(
  parsed: ParsedText,
  map: Origin,
  key: string,
  value: NewValue,
  behind?: string,
): TextEdit | undefined {
  const place = writtenAt(parsed, map)
  if (place?.node.kind !== 'map' || place.node.entries.some(entry => entry.key === key)) return undefined
  const { document, node } = place
  const isFlow = document.text[node.range.start] === '{'
  const own = node.entries.filter(entry => isWritten(parsed, map, entry.key))
  const last = own.find(entry => entry.key === behind) ?? own.at(-1)
  if (isFlow) return addToBraces(document, node, last && entryEnd(last), key, value)
  if (!last) return undefined
  const first = own[0]?.keyRange.start ?? 0
  const column = first - (document.text.lastIndexOf('\n', first - 1) + 1)
  const { text } = document
  const end = entryEnd(last)
  // What ends in lines of text of its own (`|`) ends in front of the next line.
  const at = lineEndAt(text, text[end - 1] === '\n' ? end - 1 - (text[end - 2] === '\r' ? 1 : 0) : end)
  const lines = writeEntry(key, value).map(line => `${lineBreakAt(text, at)}${' '.repeat(column)}${line}`)
  return insert(document, at, lines.join(''))
}

const entryEnd = ({ keyRange, value }: YamlMap['entries'][number]): number => Math.max(keyRange.end, value.range.end)

/** Not merged in: its value may be an alias, its key stands here. */
function isWritten(parsed: ParsedText, map: Origin, key: string): boolean {
  const place = writtenAt(parsed, map)
  if (place?.node.kind !== 'map') return false
  const entry = place.node.entries.find(each => each.key === key)
  const { start, end } = place.node.range
  return !!entry && start <= entry.keyRange.start && entry.keyRange.end <= end && entryEnd(entry) <= end
}

function addToBraces(
  document: YamlDocument,
  node: YamlMap,
  behind: number | undefined,
  key: string,
  value: NewValue,
): TextEdit | undefined {
  const { text } = document
  if (text[node.range.end - 1] !== '}') return undefined
  const isJson = /^\s*"/.test(text.slice(node.range.start + 1, node.range.end))
  const entry = `${writeFlow(key, isJson)}: ${writeFlow(value, isJson)}`
  if (behind === undefined) return insert(document, node.range.start + 1, ` ${entry} `)
  // One key a line: so is the new one.
  const first = node.entries[0]?.keyRange.start ?? 0
  const lead = text.slice(text.lastIndexOf('\n', first - 1) + 1, first)
  const isOnLines = lead.trim() === '' && text.slice(node.range.start, first).includes('\n')
  return insert(document, behind, isOnLines ? `,${lineBreakAt(text, first)}${lead}${entry}` : `, ${entry}`)
}

/** Behind the colon of a key without a value. */
function fillEmpty(parsed: ParsedText, origin: Origin, value: NewValue): TextEdit | undefined {
  const place = writtenAt(parsed, origin)
  if (place?.node.kind !== 'scalar' || place.node.range.start !== place.node.range.end) return undefined
  const { document, node } = place
  const isBehindColon = document.text[node.range.start - 1] === ':'
  return isBehindColon ? insert(document, node.range.start, ` ${writeFlow(value)}`) : undefined
}

function insert(document: YamlDocument, at: number, text: string): TextEdit {
  return { range: { start: document.start + at, end: document.start + at }, text }
}

/** Another name for a key, in its own quotes. */
export function renameKey(parsed: ParsedText, origin: Origin, name: string): TextEdit | undefined {
  const key = String(origin.path.at(-1))
  const place = writtenAt(parsed, upTo(origin, origin.path.length - 1))
  const entries = place?.node.kind === 'map' ? place.node.entries : []
  const entry = entries.find(each => each.key === key)
  const map = upTo(origin, origin.path.length - 1)
  if (!place || !entry || entries.some(each => each.key === name) || !isWritten(parsed, map, key)) return undefined
  const { document } = place
  const before = document.text.slice(entry.keyRange.start, entry.keyRange.end)
  const quoted = before.startsWith('"') ? JSON.stringify(name) : before.startsWith("'") ? `'${name}'` : undefined
  const range = { start: document.start + entry.keyRange.start, end: document.start + entry.keyRange.end }
  const isPlain = /^[A-Za-z_][\w./-]*$/.test(name)
  return { range, text: quoted ?? (isPlain ? name : JSON.stringify(name)) }
}

/**
 * Another key and value in the place of an entry, in the style of its map. Comments inside what was there go with it; the one
 * at its end stays.
 */
export function replaceEntry(parsed: ParsedText, origin: Origin, name: string, value: NewValue): TextEdit | undefined {
  const key = String(origin.path.at(-1))
  const map = upTo(origin, origin.path.length - 1)
  const place = writtenAt(parsed, map)
  const entries = place?.node.kind === 'map' ? place.node.entries : []
  const entry = entries.find(each => each.key === key)
  const isTaken = name !== key && entries.some(each => each.key === name)
  if (!place || !entry || isTaken || !isWritten(parsed, map, key)) return undefined
  const { document, node } = place
  const { text } = document
  const start = entry.keyRange.start
  const end = text.slice(0, entryEnd(entry)).trimEnd().length
  const range = { start: document.start + start, end: document.start + end }
  if (text[node.range.start] === '{') {
    const isJson = text[start] === '"'
    return { range, text: `${writeFlow(name, isJson)}: ${writeFlow(value, isJson)}` }
  }
  const column = start - (text.lastIndexOf('\n', start - 1) + 1)
  const lines = writeEntry(name, value)
  return { range, text: lines.join(`${lineBreakAt(text, start)}${' '.repeat(column)}`) }
}
