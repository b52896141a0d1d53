import type { Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import type { TextRange } from '../../base/text-range.ts'
import type { HttpRule, VirtualServiceResource } from '../../resources/index.ts'
import { documentOf, lineBreakAt, rangeOf, removeResource } from '../../yaml/index.ts'
import type { ParsedText } from '../../yaml/index.ts'
import { covers, isUnconditional } from '../match-covers.ts'
import { linesOf } from './move-rule.ts'

/**
 * Puts the rules of a VirtualService that does not count into the one that does, and takes the empty one out. Only where the
 * order is plain: both are for the same hosts and callers, what moves has conditions that nothing there covers, and it comes
 * before the rule that takes the rest, as istiod itself orders several at a gateway [A21]. Nothing but its name is lost.
 */
export function mergeInto(
  parsed: ParsedText,
  kept: VirtualServiceResource,
  moved: VirtualServiceResource,
): Fix | undefined {
  if (!isSameScope(kept, moved) || !fitsTogether(kept.spec.http, moved.spec.http)) return undefined
  const lines = rulesOf(parsed, moved)
  const takesRest = kept.spec.http.findIndex(takesAll)
  const last = takesRest < 0 ? kept.spec.http.length - 1 : takesRest
  const target = linesOf(parsed, rangeOf(parsed, below(kept.origin, 'spec', 'http', last)))
  const removal = removeResource(parsed, moved.origin)
  if (!lines || !target || !removal || losesComments(parsed, moved.origin, lines)) return undefined
  const at = takesRest < 0 ? target.end : target.start
  const lineBreak = lineBreakAt(parsed.text, target.start)
  const shift = columnAt(parsed.text, target) - columnAt(parsed.text, lines)
  const body = indent(parsed.text.slice(lines.start, lines.end).trimEnd(), shift)
  const isOpen = at > 0 && parsed.text[at - 1] !== '\n'
  const text = isOpen ? `${lineBreak}${body}` : `${body}${lineBreak}`
  return { title: `Move its rules to ${kept.name}`, edits: [{ range: { start: at, end: at }, text }, removal] }
}

const isSameScope = (a: VirtualServiceResource, b: VirtualServiceResource): boolean =>
  a.namespace === b.namespace && scopeOf(a) === scopeOf(b) && !hasConnections(a) && !hasConnections(b)

const scopeOf = ({ spec }: VirtualServiceResource): string =>
  JSON.stringify([spec.hosts, spec.exportTo, spec.gateways].map(names => names.toSorted()))

const hasConnections = ({ spec }: VirtualServiceResource): boolean => spec.tcp.length > 0 || spec.tls.length > 0

const takesAll = ({ match }: HttpRule): boolean => match.length === 0 || match.some(isUnconditional)

/** Rules for all that is left end the list; of what moves none does, and each rule is left something. */
function fitsTogether(kept: readonly HttpRule[], moved: readonly HttpRule[]): boolean {
  if (kept.length === 0 || moved.length === 0 || moved.some(takesAll)) return false
  const above = kept.filter(rule => !takesAll(rule)).flatMap(({ match }) => match)
  return moved.every(({ match }) => match.every(each => !above.some(earlier => covers(earlier, each))))
}

/** The whole lines of all of its rules. */
function rulesOf(parsed: ParsedText, { origin, spec }: VirtualServiceResource): TextRange | undefined {
  const place = (index: number) => linesOf(parsed, rangeOf(parsed, below(origin, 'spec', 'http', index)))
  const [first, last] = [place(0), place(spec.http.length - 1)]
  return first && last && { start: first.start, end: last.end }
}

function losesComments(parsed: ParsedText, { documentId, path }: Origin, lines: TextRange): boolean {
  const document = documentOf(parsed, documentId)
  const whole = path.length > 0 ? rangeOf(parsed, { documentId, path }) : undefined
  const start = whole?.start ?? document?.start ?? 0
  const end = whole?.end ?? start + (document?.text.length ?? 0)
  const rest = parsed.text.slice(start, lines.start) + parsed.text.slice(lines.end, end)
  return rest.includes('#')
}

/** Of the first dash of some lines. */
const columnAt = (text: string, { start, end }: TextRange): number =>
  /^( *)- /m.exec(text.slice(start, end))?.[1]?.length ?? 0

function indent(lines: string, by: number): string {
  if (by >= 0) return lines.replace(/^(?=.*\S)/gm, ' '.repeat(by))
  return lines.replace(new RegExp(`^ {0,${String(-by)}}`, 'gm'), '')
}
