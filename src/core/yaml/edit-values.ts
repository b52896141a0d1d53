import type { Origin } from '../base/origin.ts'
import type { TextEdit } from '../base/text-range.ts'
import type { ParsedText, YamlDocument } from './document.ts'
import { rangeOf } from './locate.ts'
import { writeText } from './write-value.ts'
import { lineBreakAt, lineEndAt, writtenAt } from './written-at.ts'
import type { YamlList, YamlNode } from './yaml-node.ts'

/**
 * Adds items, each given as YAML, behind the last one of a list, with the list's own indentation and style. Nothing where
 * that cannot be done on the spot: behind an alias, or several lines into brackets.
 */
export function insertListItem(parsed: ParsedText, list: Origin, ...yaml: readonly string[]): TextEdit | undefined {
  const place = writtenAt(parsed, list)
  if (!place) return undefined
  const { document, node } = place
  const items = yaml.map(item => item.trimEnd().split('\n'))
  if (node.kind === 'scalar') return node.value === null ? startList(parsed, list, document, node, items) : undefined
  if (node.kind !== 'list') return undefined
  const isFlow = document.text[node.range.start] === '['
  return isFlow ? insertIntoFlow(document, node, items) : insertIntoBlock(document, node, items)
}

/** Replaces a scalar, in quotes where it needs them; a value that is not there yet is written behind its colon. */
export function setScalar(parsed: ParsedText, origin: Origin, value: string | number | boolean): TextEdit | undefined {
  const place = writtenAt(parsed, origin)
  if (place?.node.kind !== 'scalar') return undefined
  const { document, node } = place
  const { start, end } = node.range
  const before = document.text.slice(start, end)
  const range = { start: document.start + start, end: document.start + end }
  const text = typeof value === 'string' ? toScalarText(value, before) : String(value)
  return { range, text: before === '' && /[:-]/.test(document.text[start - 1] ?? '') ? ` ${text}` : text }
}

/** Several lines. */
type Item = readonly string[]

function insertIntoFlow(document: YamlDocument, list: YamlList, items: readonly Item[]): TextEdit | undefined {
  const line = items.flat().join(', ')
  if (items.some(({ length }) => length > 1) || document.text[list.range.end - 1] !== ']') return undefined
  const last = list.items.at(-1)
  const at = document.start + (last ? last.range.end : list.range.start + 1)
  return { range: { start: at, end: at }, text: last ? `, ${line}` : line }
}

function insertIntoBlock(document: YamlDocument, list: YamlList, items: readonly Item[]): TextEdit {
  const { text } = document
  const column = list.range.start - (text.lastIndexOf('\n', list.range.start - 1) + 1)
  return insertAfterLine(document, list.range.end, itemLines(' '.repeat(column), items))
}

/** The first item of a key without a value. */
function startList(
  parsed: ParsedText,
  origin: Origin,
  document: YamlDocument,
  node: YamlNode,
  items: readonly Item[],
): TextEdit | undefined {
  const entry = rangeOf(parsed, origin)
  if (node.range.start !== node.range.end || !entry) return undefined
  const keyStart = entry.start - document.start
  const column = keyStart - (document.text.lastIndexOf('\n', keyStart - 1) + 1)
  return insertAfterLine(document, node.range.end, itemLines(' '.repeat(column), items))
}

function itemLines(indent: string, items: readonly Item[]): readonly string[] {
  return items.flatMap(item => item.map((line, i) => (line === '' ? '' : `${indent}${i === 0 ? '- ' : '  '}${line}`)))
}

/** Behind the rest of the line, so that a comment there stays with what it is about. */
function insertAfterLine({ text, start }: YamlDocument, offset: number, lines: readonly string[]): TextEdit {
  const lineEnd = lineEndAt(text, offset)
  const lineBreak = lineBreakAt(text, lineEnd)
  return {
    range: { start: start + lineEnd, end: start + lineEnd },
    text: lines.map(line => `${lineBreak}${line}`).join(''),
  }
}

function toScalarText(value: string, before: string): string {
  if (before.startsWith("'") && !value.includes('\n')) return `'${value.replaceAll("'", "''")}'`
  return before.startsWith('"') ? JSON.stringify(value) : writeText(value)
}
