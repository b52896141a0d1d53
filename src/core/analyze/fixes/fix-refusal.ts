import { fieldsAt } from '../../admission/index.ts'
import type { Diagnostic, Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import type { TextEdit } from '../../base/text-range.ts'
import { nodeOf, putValue, removeWithEmpty, renameKey, setScalar, valueRangeOf } from '../../yaml/index.ts'
import type { ParsedText, YamlNode } from '../../yaml/index.ts'
import { findSimilar } from '../../base/similar-name.ts'

/** What is said of a field's name or of a value's type says what would be right, by the words of the API server. */
export function withRefusalFix(parsed: ParsedText, diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.fix || (diagnostic.code !== 'REFUSED' && diagnostic.code !== 'MX0004')) return diagnostic
  const { code, detail, origin } = diagnostic
  const isUnknown = code === 'MX0004' || /: unknown field[.]/.test(detail)
  const fix = isUnknown ? correctField(parsed, origin) : correctValue(parsed, origin, detail)
  return fix ? { ...diagnostic, fix } : diagnostic
}

const fixOf = (title: string, edit: TextEdit | undefined): Fix | undefined => edit && { title, edits: [edit] }

/** The field that is almost called so; or the same field one step further out, where it belongs; else it goes. */
function correctField(parsed: ParsedText, origin: Origin): Fix | undefined {
  const start = origin.path[0] === 'items' ? 2 : 0
  const resource = { documentId: origin.documentId, path: origin.path.slice(0, start) }
  const path = origin.path.slice(start)
  const name = String(path.at(-1))
  const [apiVersion, kind] = ['apiVersion', 'kind'].map(field => textAt(parsed, below(resource, field)))
  const fieldsOf = (steps: Origin['path']): readonly string[] => fieldsAt(apiVersion ?? '', kind ?? '', steps)
  const free = (steps: Origin['path']) =>
    fieldsOf(steps).filter(field => nodeOf(parsed, below(resource, ...steps, field)) === undefined)
  const among = free(path.slice(0, -1))
  const meant = among.find(field => field.toLowerCase() === name.toLowerCase()) ?? findSimilar(name, among)
  if (meant !== undefined) return fixOf(`Use ${meant}`, renameKey(parsed, origin, meant))
  const removed = removeWithEmpty(parsed, origin, start + 1)
  const around = path.slice(0, -2)
  const node = nodeOf(parsed, origin)
  const value = node?.kind === 'scalar' ? node.value : null
  if (value !== null && removed && free(around).includes(name)) {
    const put = putValue(parsed, below(resource, ...around, name), value)
    if (put) return { title: `Move ${name} out of ${String(path.at(-2))}`, edits: [put, removed] }
  }
  return fixOf(`Take ${name} out`, removed)
}

function textAt(parsed: ParsedText, origin: Origin): string {
  const node = nodeOf(parsed, origin)
  return node?.kind === 'scalar' ? String(node.value) : ''
}

function correctValue(parsed: ParsedText, origin: Origin, detail: string): Fix | undefined {
  const node = nodeOf(parsed, origin)
  const range = valueRangeOf(parsed, origin)
  if (!node || !range) return undefined
  const words = /Unsupported value: .*: supported values: (.*)[.] The whole/s.exec(detail)?.[1]
  if (words !== undefined) return chooseWord(parsed, origin, node, words)
  const source = parsed.text.slice(range.start, range.end)
  const type = /must be of type (\w+): "/.exec(detail)?.[1]
  if (type === 'array' && node.kind === 'scalar') return fixOf('Make it a list', { range, text: `[${source}]` })
  if (node.kind !== 'scalar' || node.value === null) return undefined
  if (type === 'string') return fixOf(`Quote ${source}`, { range, text: JSON.stringify(source) })
  if (type === 'integer' && /^\d{1,9}$/.test(String(node.value)))
    return fixOf(`Use the number ${String(node.value)}`, { range, text: String(node.value) })
  return detail.includes('must be a valid duration') ? useDuration(parsed, origin, String(node.value)) : undefined
}

function chooseWord(parsed: ParsedText, origin: Origin, node: YamlNode, words: string): Fix | undefined {
  const among = [...words.matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? '')
  const written = node.kind === 'scalar' ? String(node.value) : ''
  const meant = among.find(word => word.toLowerCase() === written.toLowerCase()) ?? findSimilar(written, among)
  return meant === undefined ? undefined : fixOf(`Use ${meant}`, setScalar(parsed, origin, meant))
}

/** Days, and numbers without a unit. */
function useDuration(parsed: ParsedText, origin: Origin, written: string): Fix | undefined {
  const days = /^(\d+)d$/.exec(written)?.[1]
  const seconds = /^\d+([.]\d+)?$/.exec(written)?.[0]
  const meant = days !== undefined ? `${String(24 * Number(days))}h` : seconds && `${seconds}s`
  return meant ? fixOf(`Use ${meant}`, setScalar(parsed, origin, meant)) : undefined
}
