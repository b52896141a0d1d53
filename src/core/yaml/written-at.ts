import type { Origin } from '../base/origin.ts'
import type { ParsedText, YamlDocument } from './document.ts'
import { documentOf, nodeAt } from './locate.ts'
import type { YamlNode } from './yaml-node.ts'

/** A value written at its place: not one that an alias or a merge brings in. */
export function writtenAt(
  parsed: ParsedText,
  origin: Origin,
): { readonly document: YamlDocument; readonly node: YamlNode } | undefined {
  const document = documentOf(parsed, origin.documentId)
  const node = document && nodeAt(document, origin.path)
  if (!node || document.text[node.range.start] === '*') return undefined
  const isInside = origin.path.every((_, i) => {
    const ancestor = nodeAt(document, origin.path.slice(0, i))
    return ancestor && ancestor.range.start <= node.range.start && node.range.end <= ancestor.range.end
  })
  return isInside ? { document, node } : undefined
}

/** The break that the line around an offset ends with; of the last line, that of the one before. */
export function lineBreakAt(text: string, offset: number): '\n' | '\r\n' {
  const next = text.indexOf('\n', offset)
  const newline = next < 0 ? text.lastIndexOf('\n') : next
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n'
}

/** The end of the line around an offset, in front of its break. */
export function lineEndAt(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset)
  const end = newline < 0 ? text.length : newline
  return end > offset && text[end - 1] === '\r' ? end - 1 : end
}
