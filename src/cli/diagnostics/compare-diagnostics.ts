import type { Diagnostic, Statement } from '../../core/base/diagnostic.ts'
import { createPipeline } from '../../core/pipeline/index.ts'
import { wordsOf } from './names.ts'
import type { DiagnosticsCase, RecordedMessage } from './recorded.ts'

/** When the tool was asked. */
const RECORDED_MS = Date.UTC(2026, 7, 22)

/** Codes of free text of many rules: how many there are of a resource is compared. */
const COUNTED = new Set(['IST0106', 'IST0133'])

type Key = Pick<Statement, 'code' | 'level'> & { readonly place: string }

/** What a case's diagnostics have in common with the recorded tool's messages, and what not; nothing where all agrees. */
export function compareDiagnostics({ config, messages }: DiagnosticsCase, world: string): readonly string[] {
  const { diagnostics } = createPipeline({}, { cluster: world, nowMs: RECORDED_MS }).run(config)
  const said = diagnostics.flatMap(diagnostic => (diagnostic.tool ?? []).map(statement => ({ diagnostic, statement })))
  const wanted = messages.map(message => ({ message, key: keyOf({ ...message, subject: message.origin }) }))
  const got = said.map(each => ({ ...each, key: keyOf(each.statement) }))
  return [
    ...missing(wanted, got).map(key => `missing  ${show(key)}`),
    ...missing(got, wanted).map(key => `added    ${show(key)}`),
    ...differentCounts(wanted, got),
    ...wanted.flatMap(({ message, key }) =>
      unnamed(
        message,
        got.filter(each => isSame(each.key, key)).map(each => each.diagnostic),
      ),
    ),
    ...unsaid(diagnostics),
  ]
}

/** A message about a pod that a workload makes is one about the workload, without a line. */
function keyOf({ code, level, subject, line, from }: Statement): Key {
  const place =
    from === undefined ? `${subject}${line === undefined ? '' : ` line ${String(line)}`}` : `pods of ${from}`
  return { code, level, place }
}

const isSame = (a: Key, b: Key): boolean => show(a) === show(b)
const show = ({ code, level, place }: Key): string => `${code} ${level} ${place}`

function missing(wanted: readonly { readonly key: Key }[], there: readonly { readonly key: Key }[]): readonly Key[] {
  const keys = new Set(there.map(({ key }) => show(key)))
  return [...new Map(wanted.filter(({ key }) => !keys.has(show(key))).map(({ key }) => [show(key), key])).values()]
}

function differentCounts(
  wanted: readonly { readonly key: Key }[],
  got: readonly { readonly key: Key }[],
): readonly string[] {
  const counted = [...new Set(wanted.filter(({ key }) => COUNTED.has(key.code)).map(({ key }) => show(key)))]
  const count = (all: readonly { readonly key: Key }[], key: string): number =>
    all.filter(each => show(each.key) === key).length
  return counted.flatMap(key => {
    const [want, have] = [count(wanted, key), count(got, key)]
    return want === have || have === 0 ? [] : [`counted  ${key}: ${String(have)} times, ${String(want)} recorded`]
  })
}

/** Names that the tool's text has and none of ours for the same message. */
function unnamed({ code, names }: RecordedMessage, diagnostics: readonly Diagnostic[]): readonly string[] {
  if (diagnostics.length === 0) return []
  const words = new Set(
    diagnostics.flatMap(({ title, detail, tool = [] }) =>
      wordsOf([title, detail, ...tool.map(({ says }) => says ?? '')].join(' ')),
    ),
  )
  const lost = names.filter(name => !words.has(name))
  return lost.length === 0 ? [] : [`unnamed  ${code}: ${lost.join(', ')}`]
}

/** An Istio code of ours that the tool does not say. */
function unsaid(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ code, tool }) => code.startsWith('IST') && !tool?.length)
    .map(({ code, title }) => `unsaid   ${code}: ${title}`)
}
