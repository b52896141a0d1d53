import type { Diagnostic, Fix } from '../../core/base/diagnostic.ts'
import { applyEdits } from '../../core/base/text-range.ts'
import type { ParsedText, YamlNode } from '../../core/yaml/index.ts'
import { nodeOf } from '../../core/yaml/index.ts'

/** What a text means to the analysis. */
export interface Analysis {
  readonly parsed: ParsedText
  readonly diagnostics: readonly Diagnostic[]
}

export interface TriedFix {
  readonly code: string
  readonly fix: Fix
  readonly after: string
  /** What is wrong with the repair; nothing where it does what it should. */
  readonly faults: readonly string[]
}

/** Applies every repair of a text on its own, and analyses what comes out. */
export function tryFixes(text: string, analyse: (text: string) => Analysis): readonly TriedFix[] {
  const before = analyse(text)
  return before.diagnostics.flatMap(diagnostic =>
    [...(diagnostic.fix ? [diagnostic.fix] : []), ...(diagnostic.otherFixes ?? [])].map(fix => {
      const after = applyEdits(text, fix.edits)
      const faults = after === text ? ['changes nothing'] : faultsOf(before, analyse(after), diagnostic, fix)
      return { code: diagnostic.code, fix, after, faults }
    }),
  )
}

function faultsOf(before: Analysis, after: Analysis, diagnostic: Diagnostic, fix: Fix): readonly string[] {
  const was = count(before)
  const is = count(after)
  const own = keyOf(before, diagnostic)
  // Of a resource that took no part nothing else could be said before.
  const isBarred = ['YAML', 'REFUSED', 'MX0003', 'MX0005'].includes(diagnostic.code)
  const readable = ({ parsed }: Analysis): number => parsed.documents.filter(each => !each.readable).length
  return [
    ...((is.get(own) ?? 0) < (was.get(own) ?? 0) ? [] : [`still there: ${own}`]),
    ...[...is].flatMap(([key, many]) => (!isBarred && many > (was.get(key) ?? 0) ? [`new: ${key}`] : [])),
    ...(readable(after) > readable(before) ? ['cannot be read'] : []),
    ...lostComments(before.parsed.text, after.parsed.text, fix),
    ...lostBreaks(before.parsed.text, after.parsed.text),
  ]
}

/** Notes of what the picture leaves out are no problems of the text. */
const isNote = ({ code, severity }: Diagnostic): boolean =>
  severity === 'muted' || code === 'MX0001' || code.startsWith('MX02')

function count(analysis: Analysis): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const diagnostic of analysis.diagnostics.filter(each => !isNote(each))) {
    const key = keyOf(analysis, diagnostic)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** The code and the resource that it is about: places move when lines do. */
function keyOf({ parsed }: Analysis, { code, origin }: Diagnostic): string {
  const depth = origin.path[0] === 'items' ? 2 : 0
  const field = (...path: readonly string[]): string => {
    const node: YamlNode | undefined = nodeOf(parsed, {
      documentId: origin.documentId,
      path: [...origin.path.slice(0, depth), ...path],
    })
    return node?.kind === 'scalar' ? String(node.value) : ''
  }
  return `${code} ${field('kind')} ${field('metadata', 'name')}`
}

/** Comments go only with what a repair says that it takes out. */
function lostComments(before: string, after: string, { title }: Fix): readonly string[] {
  if (/^(Take|Remove) /.test(title)) return []
  const kept = new Set(commentsOf(after))
  return commentsOf(before).flatMap(comment => (kept.has(comment) ? [] : [`lost: ${comment}`]))
}

const commentsOf = (text: string): readonly string[] =>
  text.split(/\r?\n/).flatMap(line => /(?:^|\s)(#.*)$/.exec(line)?.[1] ?? [])

/** Every line of a text with one kind of break still ends with it. */
function lostBreaks(before: string, after: string): readonly string[] {
  const isOfWindows = before.includes('\r\n') && !/(^|[^\r])\n/.test(before)
  return isOfWindows && /(^|[^\r])\n/.test(after) ? ['lost: line breaks of Windows'] : []
}
