import type { Path } from '../../base/origin.ts'
import { lineOf } from '../../yaml/index.ts'
import type { YamlMap, YamlNode } from '../../yaml/index.ts'
import type { Chunk } from './chunks.ts'
import type { PlacedItem } from './item.ts'

/**
 * The line that istioctl prints for a path: that of a scalar's value, or nothing where the path leads to no scalar. Istio,
 * BuildFieldPathMap. Values that an alias or a merge brings in have none.
 */
export function lineAt(item: PlacedItem, path: Path, chunk: Chunk, text: string): number | undefined {
  const { document } = item
  const found = scalarAt(item.node, path, document.text)
  if (!found) return undefined
  if (item.path.length === 0)
    return lineOf(text, document.start + found.range.start) - chunk.firstLine + chunk.startLine
  return firstLineOf(item, chunk, text) + rewrittenLine(item.node, found, document.text)
}

/** Where a message stands that has no line of its own: at the document's first line, or that of the item of a List. */
export function firstLineOf(item: PlacedItem, chunk: Chunk, text: string): number {
  if (item.path.length === 0) return chunk.startLine
  const line = lineOf(text, item.document.start + item.node.range.start) - chunk.firstLine + 1
  return chunk.startLine + line
}

type YamlEntry = YamlMap['entries'][number]

function scalarAt(node: YamlNode, path: Path, text: string): YamlNode | undefined {
  let at: YamlNode | undefined = node
  for (const step of path) {
    if (at === undefined || text[at.range.start] === '*') return undefined
    const here: YamlNode = at
    if (here.kind === 'map') {
      const entry: YamlEntry | undefined = here.entries.find(({ key }) => key === step)
      const isMerged: boolean = entry !== undefined && entry.keyRange.start < here.range.start
      at = isMerged ? undefined : entry?.value
    } else at = here.kind === 'list' && typeof step === 'number' ? here.items[step] : undefined
  }
  return at?.kind === 'scalar' && text[at.range.start] !== '*' ? at : undefined
}

/** Items of a List are written anew before they are looked at: how many lines below its first one a value then stands. */
function rewrittenLine(root: YamlNode, wanted: YamlNode, text: string): number {
  let found = 0
  const isFlow = ({ range }: YamlNode): boolean => text[range.start] === '{' || text[range.start] === '['
  const isBlock = (node: YamlNode): boolean =>
    (node.kind === 'map' && node.entries.length > 0 && !isFlow(node)) ||
    (node.kind === 'list' && node.items.length > 0 && !isFlow(node))
  /** Answers the line after the value. */
  const place = (node: YamlNode, line: number): number => {
    if (node === wanted) found = line
    if (node.kind === 'scalar') {
      const lines = text.slice(node.range.start, node.range.end).split('\n').length
      return line + (/[|>]/.test(text[node.range.start] ?? '') ? lines : 1)
    }
    if (!isBlock(node)) {
      const inside = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items
      inside.forEach(value => place(value, line))
      return line + 1
    }
    let next = line
    if (node.kind === 'list') for (const item of node.items) next = place(item, next)
    else for (const { value } of node.entries) next = isBlock(value) ? place(value, next + 1) : place(value, next)
    return next
  }
  place(root, 0)
  return found
}
