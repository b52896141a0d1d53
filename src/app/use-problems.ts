import { useMemo } from 'react'
import type { Tally } from '../scene/index.ts'
import { effectOf } from '../state/index.ts'
import type { Picture } from '../state/index.ts'
import type { Problem } from '../ui/problems/ProblemList.tsx'

/** What is wrong, with what it has cost so far. */
export function useProblems(picture: Picture | undefined, tally: Tally | undefined): readonly Problem[] {
  return useMemo(
    () => (picture?.diagnostics ?? []).map(diagnostic => ({ diagnostic, effect: effectOf(diagnostic, tally) })),
    [picture, tally],
  )
}
