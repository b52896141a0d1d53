import type { Diagnostic, Severity } from '../base/diagnostic.ts'
import { rangeOf } from '../yaml/index.ts'
import type { ParsedText } from '../yaml/index.ts'

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Errors first, then as they stand in the text. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[], parsed: ParsedText): readonly Diagnostic[] {
  return diagnostics
    .map(diagnostic => ({ diagnostic, start: rangeOf(parsed, diagnostic.origin)?.start ?? parsed.text.length }))
    .sort((a, b) => RANK[a.diagnostic.severity] - RANK[b.diagnostic.severity] || a.start - b.start)
    .map(({ diagnostic }) => diagnostic)
}
