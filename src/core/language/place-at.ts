import { toDocumentId } from '../base/ids.ts'
import type { Path } from '../base/origin.ts'
import type { TextRange } from '../base/text-range.ts'
import { documentAt, readDocument } from '../yaml/index.ts'
import type { ParsedText, YamlDocument, YamlMap, YamlNode } from '../yaml/index.ts'
import { kindOfMap } from './kind-of.ts'

/** What is being written at the cursor. */
export interface Place {
  /** The word around the cursor in the whole text, and what of it stands before the cursor. */
  readonly word: TextRange
  readonly before: string
  /** Whether a key is being written: then `path` leads to the map that it will be in. */
  readonly isKey: boolean
  /** From the resource's own map. */
  readonly path: Path
  /** As `rolesOf` knows it; empty where the document has none yet. */
  readonly kind: string
  readonly namespace: string
  /** The resource with the word left out. */
  readonly resource: YamlMap | undefined
  /** Columns between the line's first letter and the word: behind a dash, or in brackets. */
  readonly inset: number
  /** The word stands alone on its line, but for a dash. */
  readonly isAlone: boolean
  /** It stands behind a quote. */
  readonly isQuoted: boolean
  readonly documentId: YamlDocument['id']
}

/** Nobody writes this; it keeps the word's place while the document is read. */
const STAND_IN = 'zzWRITINGzz'
/** A part of it is enough: an open quote takes the last letter. */
const TRACE = 'zzWRITING'
/** Longer documents are no resources that people write. */
const LONGEST = 60_000

/**
 * Finds what is being written, however little of it is there: the word at the cursor gives way to a stand-in, and the document
 * is read as well as it can be. Nothing in comments and in documents of great length.
 */
export function placeAt(parsed: ParsedText, offset: number): Place | undefined {
  const document = documentAt(parsed, offset) ?? parsed.documents.at(-1)
  if (!document) return NOTHING_YET
  const at = Math.max(0, offset - document.start)
  const word = wordAt(document.text, at)
  const piece = pieceAround(document, word)
  if (!piece || /^(---|-)$/.test(document.text.slice(word.start, word.end))) return undefined
  const cut = document.text.slice(piece.start, word.start) + STAND_IN + document.text.slice(word.end, piece.end)
  const { root } = readDocument(cut)
  const found = root && findStandIn(root, [])
  if (!root || !found) return undefined
  const { resource, rest, listKind } = descend(root, found.path)
  const lineStart = document.text.lastIndexOf('\n', word.start - 1) + 1
  const head = document.text.slice(lineStart, word.start)
  return {
    word: { start: document.start + word.start, end: document.start + word.end },
    before: document.text.slice(word.start, at),
    isKey: found.isKey,
    path: rest,
    kind: resource ? kindOfMap(resource, piece.listKind ?? listKind) : '',
    namespace: (resource && textAt(resource, ['metadata', 'namespace'])) ?? 'default',
    resource,
    inset: head.length - (/^\s*/.exec(head)?.[0].length ?? 0),
    isAlone: /^\s*(- +)*$/.test(head) && /^\s*(#.*)?$/.test(lineRest(document.text, word.end)),
    isQuoted: /["']$/.test(head),
    documentId: document.id,
  }
}

const NOTHING_YET: Place = {
  word: { start: 0, end: 0 },
  before: '',
  isKey: false,
  path: [],
  kind: '',
  namespace: 'default',
  resource: undefined,
  inset: 0,
  isAlone: true,
  isQuoted: false,
  documentId: toDocumentId(0),
}

/** The text at a path; undefined where there is none, or where it is being written. */
export function textAt(node: YamlNode | undefined, path: Path): string | undefined {
  const found = nodeBelow(node, path)
  if (found?.kind !== 'scalar' || found.value === null) return undefined
  const text = String(found.value)
  return text.includes(TRACE) ? undefined : text
}

/** Every text of a list at a path. */
export function textsAt(node: YamlNode | undefined, path: Path): readonly string[] {
  const found = nodeBelow(node, path)
  return found?.kind === 'list' ? found.items.flatMap(item => textAt(item, []) ?? []) : []
}

/** The pairs of a map of texts, but for the one that is being written. */
export function pairsAt(node: YamlNode | undefined, path: Path): Readonly<Record<string, string>> {
  const found = nodeBelow(node, path)
  if (found?.kind !== 'map') return {}
  return Object.fromEntries(
    found.entries.flatMap(({ key, value }) => {
      const text = textAt(value, [])
      return text === undefined || key.includes(TRACE) ? [] : [[key, text] as const]
    }),
  )
}

/** The keys of a map, but for the one that is being written. */
export function keysAt(node: YamlNode | undefined, path: Path): readonly string[] {
  const found = nodeBelow(node, path)
  return found?.kind === 'map' ? found.entries.flatMap(({ key }) => (key.includes(TRACE) ? [] : key)) : []
}

export function nodeBelow(node: YamlNode | undefined, path: Path): YamlNode | undefined {
  let here = node
  for (const step of path) {
    if (here?.kind === 'list' && typeof step === 'number') here = here.items[step]
    else if (here?.kind === 'map') here = here.entries.find(({ key }) => key === String(step))?.value
    else return undefined
  }
  return here
}

/** Letters up to a space, a quote or a bracket on both sides; a colon that ends a key is none of them. */
function wordAt(text: string, at: number): TextRange {
  let [start, end] = [at, at]
  while (start > 0 && isOfWord(text, start - 1)) start--
  while (end < text.length && isOfWord(text, end)) end++
  return { start, end }
}

function isOfWord(text: string, at: number): boolean {
  const letter = text[at] ?? ' '
  return letter === ':' ? !/[\s,}\]]|^$/.test(text[at + 1] ?? '') : !/[\s"'[\]{},]/.test(letter)
}

const lineRest = (text: string, at: number): string => /[^\r\n]*/.exec(text.slice(at, at + 500))?.[0] ?? ''

/** What has to be read to know the place: of a List of great length the one item. */
function pieceAround(
  document: YamlDocument,
  word: TextRange,
): { readonly start: number; readonly end: number; readonly listKind?: string } | undefined {
  const { text, root } = document
  if (text.length <= LONGEST) return { start: 0, end: text.length }
  const items = nodeBelow(root, ['items'])
  if (items?.kind !== 'list' || text[items.range.start] === '[') return undefined
  const i = items.items.findLastIndex(item => item.range.start <= word.start)
  const item = items.items[i]
  if (!item) return undefined
  const start = text.lastIndexOf('\n', item.range.start) + 1
  const next = items.items[i + 1]
  const end = next ? text.lastIndexOf('\n', next.range.start) + 1 : items.range.end
  if (end - start > LONGEST || word.start < start || word.end > end) return undefined
  return { start, end, listKind: textAt(root, ['kind']) ?? 'List' }
}

interface Found {
  readonly path: Path
  readonly isKey: boolean
}

function findStandIn(node: YamlNode, path: Path): Found | undefined {
  if (node.kind === 'scalar') {
    return typeof node.value === 'string' && node.value.includes(TRACE) ? { path, isKey: false } : undefined
  }
  if (node.kind === 'list') {
    for (const [i, item] of node.items.entries()) {
      const found = findStandIn(item, [...path, i])
      if (found) return found
    }
    return undefined
  }
  for (const { key, value } of node.entries) {
    if (key.includes(TRACE)) return { path, isKey: true }
    const found = findStandIn(value, [...path, key])
    if (found) return found
  }
  return undefined
}

/** Down to the resource that a path leads into: a List's items, the one item of a piece, a document that a step holds. */
function descend(root: YamlNode, path: Path): { resource: YamlMap | undefined; rest: Path; listKind?: string } {
  let [node, rest]: [YamlNode | undefined, Path] = [root, path]
  let listKind: string | undefined
  for (;;) {
    if (node?.kind === 'list') [node, rest] = [node.items[Number(rest[0])], rest.slice(1)]
    else if (node?.kind === 'map' && rest[0] === 'items' && typeof rest[1] === 'number' && isList(node)) {
      listKind = textAt(node, ['kind'])
      ;[node, rest] = [nodeBelow(node, ['items', rest[1]]), rest.slice(2)]
    } else {
      const depth = node?.kind === 'map' ? stepDocument(node, rest) : undefined
      if (depth === undefined) break
      ;[node, rest] = [nodeBelow(node, rest.slice(0, depth)), rest.slice(depth)]
    }
  }
  return { resource: node?.kind === 'map' ? node : undefined, rest, ...(listKind !== undefined && { listKind }) }
}

const isList = (node: YamlMap): boolean => textAt(node, ['kind'])?.endsWith('List') ?? false
/** How many steps of a path lead to the document that a Scenario's step holds: `spec.steps.0.apply`, or an item of it. */
function stepDocument(node: YamlMap, path: Path): number | undefined {
  if (textAt(node, ['kind']) !== 'Scenario' || path[1] !== 'steps' || path[3] !== 'apply') return undefined
  return [4, 5].find(depth => depth <= path.length && nodeBelow(node, path.slice(0, depth))?.kind === 'map')
}
