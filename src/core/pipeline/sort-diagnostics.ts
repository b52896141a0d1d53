import type { Diagnostic, Severity } from '../base/diagnostic.ts'
import { rangeOf } from '../yaml/index.ts'
import type { ParsedText } from '../yaml/index.ts'

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, muted: 3 }

/** Errors first, then as they stand in the text. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[], parsed: ParsedText): readonly Diagnostic[] {
  return diagnostics
    .map(diagnostic => ({ diagnostic, start: rangeOf(parsed, diagnostic.origin)?.start ?? parsed.text.length }))
    .sort((a, b) => RANK[a.diagnostic.severity] - RANK[b.diagnostic.severity] || a.start - b.start)
    .map(({ diagnostic }) => diagnostic)
}

const UNREACHABLE = new Set(['IST0130', 'IST0131', 'MX0114'])
const REMARK = 'MX0002'

/** Admission's remarks on rules that are not used, less those on rules about which the analysis says the same better. */
export function withoutRepeats(remarks: readonly Diagnostic[], analysis: readonly Diagnostic[]): readonly Diagnostic[] {
  const ruleOf = ({ origin }: Diagnostic): string => JSON.stringify([origin.documentId, ...toRule(origin.path)])
  const told = new Set(analysis.filter(({ code }) => UNREACHABLE.has(code)).map(ruleOf))
  const isOnUse = ({ code, detail }: Diagnostic): boolean => code === REMARK && detail.includes('not used')
  return remarks.filter(remark => !isOnUse(remark) || !told.has(ruleOf(remark)))
}

/** The path up to `http[i]`. */
function toRule(path: Diagnostic['origin']['path']): Diagnostic['origin']['path'] {
  const at = path.indexOf('http')
  return at < 0 ? path : path.slice(0, at + 2)
}

const NOT_READ = 'MX0005'
const REASONS = new Set(['YAML', 'MX0003', 'REFUSED'])

/** That istioctl cannot read a document, put beside the reason that is told already; alone where none is. */
export function withUnreadable(ofForm: readonly Diagnostic[], explained: readonly Diagnostic[]): readonly Diagnostic[] {
  const all = [...ofForm, ...explained.filter(({ code }) => code !== NOT_READ)]
  const alone: Diagnostic[] = []
  for (const notice of explained.filter(({ code }) => code === NOT_READ)) {
    const at = all.findIndex(
      ({ code, severity, origin }) =>
        REASONS.has(code) && severity === 'error' && origin.documentId === notice.origin.documentId,
    )
    const reason = all[at]
    if (reason) all[at] = { ...reason, tool: [...(reason.tool ?? []), ...(notice.tool ?? [])] }
    else alone.push(notice)
  }
  return [...all, ...alone]
}
