import type { ParsedText, YamlDocument } from '../../yaml/index.ts'
import { cutChunks } from './chunks.ts'
import type { Chunk } from './chunks.ts'
import { isIgnored, readItems } from './read-items.ts'
import type { PlacedItem } from './item.ts'

/** What istioctl reads of a text, and where. */
export interface ReadText {
  readonly items: readonly PlacedItem[]
  readonly unreadable: readonly { readonly document: YamlDocument; readonly chunk: Chunk; readonly why: string }[]
  /** Documents behind a separator that is none to the tool: it reads those above alone. */
  readonly lost: readonly YamlDocument[]
  chunkOf(document: YamlDocument): Chunk | undefined
}

export function readText(parsed: ParsedText): ReadText {
  const chunks = cutChunks(parsed.text)
  const taken = new Set<Chunk>()
  const chunkOf = new Map<YamlDocument, Chunk>()
  const items: PlacedItem[] = []
  const unreadable: { document: YamlDocument; chunk: Chunk; why: string }[] = []
  const lost: YamlDocument[] = []
  let at = 0
  for (const document of parsed.documents) {
    const start = document.start + (/^---[ \t]*(\r?\n|$)/.exec(document.text)?.[0].length ?? 0)
    while (at < chunks.length - 1 && (chunks[at + 1]?.start ?? Infinity) <= start) at++
    const chunk = chunks[at]
    if (!chunk || start >= chunk.end || isEmpty(document)) continue
    chunkOf.set(document, chunk)
    if (taken.has(chunk)) {
      lost.push(document)
      continue
    }
    taken.add(chunk)
    const reading = readItems(document)
    if (reading.unreadable !== undefined) unreadable.push({ document, chunk, why: reading.unreadable })
    for (const item of reading.items) if (!isIgnored(item)) items.push({ ...item, document })
  }
  return { items, unreadable, lost, chunkOf: document => chunkOf.get(document) }
}

const isEmpty = ({ root, readable }: YamlDocument): boolean =>
  readable && (!root || (root.kind === 'scalar' && root.value === null))
