import type { Stage } from '../../scene/index.ts'
import type { FocusedRequest } from './graph-pane-props.ts'

/** It is drawn as the request reaches the fork, so long before it is on its rail. */
const BEFORE_RAIL_MS = 80

/**
 * The rule at whose destinations the followed request has drawn one when it is under way for `elapsedMs`; undefined: it has not come
 * so far, or is let out before it.
 */
export function drawAt(
  stage: Stage,
  { course }: Pick<FocusedRequest, 'course'>,
  elapsedMs: number,
): Stage['rules'][number]['rows'][number] | undefined {
  const rails = new Map(stage.lanes.flatMap(({ id, kind, from }) => (kind === 'rail' ? [[id, from] as const] : [])))
  const onto = course.steps.find(step => step.kind === 'travel' && rails.has(step.laneId))
  if (onto?.kind !== 'travel' || elapsedMs < onto.startMs - BEFORE_RAIL_MS) return undefined
  const leg = rails.get(onto.laneId)
  return stage.rules.flatMap(card => card.rows).find(({ legs }) => legs.some(({ id }) => id === leg))
}
