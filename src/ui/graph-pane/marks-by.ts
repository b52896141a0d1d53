import type { RuleMark } from '../../render/index.ts'
import type { Stage } from '../../scene/index.ts'
import type { FocusedRequest } from './graph-pane-props.ts'

/** A mark, or that the request has not come to the rule yet. */
export type MarkNow = RuleMark | 'ahead'

/**
 * What the followed request has done at each rule when it is under way for `elapsedMs`: rules are tried one after the other while it
 * runs down the spine, and each gets its mark as it is passed. What is behind the one that took it is never reached.
 */
export function marksBy(
  stage: Stage,
  { course, marks }: Pick<FocusedRequest, 'course' | 'marks'>,
  elapsedMs: number,
): ReadonlyMap<string, MarkNow> {
  const spines = new Set(stage.lanes.filter(({ kind }) => kind === 'spine').map(({ id }) => id))
  const run = course.steps.find(step => step.kind === 'travel' && spines.has(step.laneId))
  if (!run || elapsedMs >= run.endMs) return marks
  const tried = stage.rules.flatMap(card => card.rows.filter(row => isTried(marks.get(row.id))))
  const cards = stage.rules.filter(card => card.rows.some(row => marks.has(row.id)))
  const passedMs = (nth: number): number => run.startMs + ((run.endMs - run.startMs) * (nth + 1)) / tried.length
  return new Map(
    cards
      .flatMap(card => card.rows)
      .map(row => {
        const nth = tried.indexOf(row)
        const mark = nth >= 0 && elapsedMs >= passedMs(nth) ? marks.get(row.id) : undefined
        return [row.id, mark ?? 'ahead'] as const
      }),
  )
}

const isTried = (mark: RuleMark | undefined): boolean => mark === 'skipped' || mark === 'matched'
