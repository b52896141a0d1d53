import type { HeaderMutations } from '../../envoy/index.ts'

export type HeaderLine = readonly [name: string, value: string]

/**
 * One batch of header edits: removals, then overwrites (which move the header to the end), then additional lines. An
 * empty value edits nothing; values speak of what removals left. Envoy, header_parser.cc, HeaderParser::evaluateHeaders [C90] [C93].
 */
export function mutateHeaders(
  lines: readonly HeaderLine[],
  mutations: HeaderMutations,
  format: (value: string, lines: readonly HeaderLine[]) => string,
): readonly HeaderLine[] {
  if (mutations.add.length === 0 && mutations.remove.length === 0) return lines
  const removed = new Set(mutations.remove.map(name => name.toLowerCase()))
  let result = lines.filter(([name]) => !removed.has(name))
  const kept = result
  const edits = mutations.add
    .map(edit => ({ name: edit.name.toLowerCase(), value: format(edit.value, kept), append: edit.append }))
    .filter(edit => edit.value !== '')
  for (const { name, value, append } of edits) {
    if (append === 'OVERWRITE_IF_EXISTS_OR_ADD') result = [...result.filter(line => line[0] !== name), [name, value]]
  }
  for (const { name, value, append } of edits) {
    if (append === 'APPEND_IF_EXISTS_OR_ADD') result.push([name, value])
  }
  return result
}
