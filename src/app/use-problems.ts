import { useMemo } from 'react'
import type { Tally } from '../scene/index.ts'
import { isNote, lostAt, trafficAt } from '../state/index.ts'
import type { Picture } from '../state/index.ts'
import type { Problem } from '../ui/problems/ProblemList.tsx'

const RANK = { error: 0, warning: 1, info: 2, muted: 3 } as const

/** What is wrong, with what it has cost so far: errors first, then what costs most. */
export function useProblems(picture: Picture | undefined, tally: Tally | undefined): readonly Problem[] {
  return useMemo(
    () =>
      (picture?.diagnostics ?? [])
        .map(diagnostic => ({ diagnostic, effect: trafficAt(diagnostic, tally), lost: lostAt(diagnostic, tally) }))
        .sort((a, b) => RANK[a.diagnostic.severity] - RANK[b.diagnostic.severity] || b.lost - a.lost),
    [picture, tally],
  )
}

/** What is wrong with the text, apart from what the picture leaves out of it. */
export function partNotes(found: readonly Problem[]) {
  return {
    problems: found.filter(({ diagnostic }) => !isNote(diagnostic)),
    notes: found.filter(({ diagnostic }) => isNote(diagnostic)),
  }
}
