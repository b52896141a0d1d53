import { useMemo } from 'react'
import type { Tally } from '../scene/index.ts'
import { isNote, lostAt, trafficAt } from '../state/index.ts'
import type { LocatedDiagnostic } from '../state/index.ts'
import type { Problem } from '../ui/problems/ProblemList.tsx'

const RANK = { error: 0, warning: 1, info: 2, muted: 3 } as const

/** What is wrong, with what it has cost so far. */
export function useProblems(
  found: readonly LocatedDiagnostic[] | undefined,
  tally: Tally | undefined,
): readonly Problem[] {
  return useMemo(() => problemsOf(found ?? [], tally), [found, tally])
}

/** First what keeps the text from being read: nothing else counts before. Then errors, of these what costs most, or will. */
export function problemsOf(diagnostics: readonly LocatedDiagnostic[], tally: Tally | undefined): readonly Problem[] {
  const willCost = ({ touches, isNew }: LocatedDiagnostic): number => Number(isNew === true || touches.length > 0)
  const blocks = ({ code, severity }: LocatedDiagnostic): number => Number(code === 'YAML' && severity === 'error')
  return diagnostics
    .map(diagnostic => ({ diagnostic, effect: trafficAt(diagnostic, tally), lost: lostAt(diagnostic, tally) }))
    .sort(
      (a, b) =>
        blocks(b.diagnostic) - blocks(a.diagnostic) ||
        RANK[a.diagnostic.severity] - RANK[b.diagnostic.severity] ||
        b.lost - a.lost ||
        willCost(b.diagnostic) - willCost(a.diagnostic),
    )
}

/** What is wrong with the text, apart from what the picture leaves out of it. */
export function partNotes(found: readonly Problem[]) {
  return {
    problems: found.filter(({ diagnostic }) => !isNote(diagnostic)),
    notes: found.filter(({ diagnostic }) => isNote(diagnostic)),
  }
}
