import type { DocumentId } from '../base/ids.ts'
import type { Origin, Path } from '../base/origin.ts'
import type { TextRange } from '../base/text-range.ts'
import type { ParsedText, YamlDocument } from './document.ts'
import type { YamlEntry, YamlNode } from './yaml-node.ts'

/** Where a step of a path led: the value, and for a map entry its key. */
interface Place {
  readonly node: YamlNode
  readonly entry: YamlEntry | undefined
}

/** The value at a path, or undefined where there is none. */
export function nodeAt(document: YamlDocument, path: Path): YamlNode | undefined {
  const places = follow(document, path)
  return places.length > path.length ? places[path.length]?.node : undefined
}

/** Absolute offsets of what an origin names, key included; of its nearest existing ancestor where it is gone. */
export function rangeOf(parsed: ParsedText, origin: Origin): TextRange | undefined {
  return locate(parsed, origin, ({ node, entry }) => (entry ? entryRange(entry) : node.range))
}

/** The same without the key: only the value. */
export function valueRangeOf(parsed: ParsedText, origin: Origin): TextRange | undefined {
  return locate(parsed, origin, ({ node }) => node.range)
}

/** The value that an origin names; undefined where it is gone. */
export function nodeOf(parsed: ParsedText, { documentId, path }: Origin): YamlNode | undefined {
  const document = documentOf(parsed, documentId)
  return document && nodeAt(document, path)
}

/** Line of an offset, counted from 1. Hundreds are asked of one text, so the breaks of the last one are remembered. */
export function lineOf(text: string, offset: number): number {
  if (text !== counted.text) counted = { text, breaks: breaksOf(text) }
  const { breaks } = counted
  let [low, high] = [0, breaks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((breaks[middle] ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low + 1
}

let counted: { readonly text: string; readonly breaks: readonly number[] } = { text: '', breaks: [] }

function breaksOf(text: string): readonly number[] {
  const breaks: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at)
  return breaks
}

const byId = new WeakMap<ParsedText, ReadonlyMap<DocumentId, YamlDocument>>()

/** The document of an id, found without a search among thousands. */
export function documentOf(parsed: ParsedText, id: DocumentId): YamlDocument | undefined {
  const documents = byId.get(parsed) ?? new Map(parsed.documents.map(document => [document.id, document]))
  byId.set(parsed, documents)
  return documents.get(id)
}

/** The document that an offset of the whole text is in; at the border of two the later one. */
export function documentAt({ documents }: ParsedText, offset: number): YamlDocument | undefined {
  let [low, high] = [0, documents.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((documents[middle]?.start ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return documents[low - 1]
}

function locate(parsed: ParsedText, origin: Origin, pick: (place: Place) => TextRange): TextRange | undefined {
  const document = documentOf(parsed, origin.documentId)
  if (!document) return undefined
  const place = follow(document, origin.path).at(-1)
  const range = origin.range ?? (place ? pick(place) : { start: 0, end: document.text.trimEnd().length })
  return { start: document.start + range.start, end: document.start + range.end }
}

/** Every place on the way, the root first, as far as the path exists. */
function follow(document: YamlDocument, path: Path): readonly Place[] {
  const places: Place[] = document.root ? [{ node: document.root, entry: undefined }] : []
  for (const step of path) {
    const here = places.at(-1)?.node
    if (here?.kind === 'map') {
      const entry = here.entries.find(({ key }) => key === String(step))
      if (!entry) break
      places.push({ node: entry.value, entry })
    } else if (here?.kind === 'list' && typeof step === 'number') {
      const item = here.items[step]
      if (!item) break
      places.push({ node: item, entry: undefined })
    } else break
  }
  return places
}

/** A key to the end of its value; a merged value stands elsewhere, then it is the key alone. */
function entryRange({ keyRange, value }: YamlEntry): TextRange {
  return { start: keyRange.start, end: Math.max(keyRange.end, value.range.end) }
}
