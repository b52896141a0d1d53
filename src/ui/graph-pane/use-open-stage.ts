import { useMemo } from 'react'
import type { Moment, Stage } from '../../scene/index.ts'

/** The stage without holes that nothing has fallen into yet; their places are kept. */
export function useOpenStage(stage: Stage | undefined, { unopened }: Moment): Stage | undefined {
  const key = [...unopened].join(' ')
  return useMemo(() => {
    if (!stage || key === '') return stage
    const closed = new Set(key.split(' '))
    return {
      ...stage,
      holes: stage.holes.filter(({ id }) => !closed.has(id)),
      lanes: stage.lanes.filter(({ to }) => !closed.has(to)),
    }
  }, [stage, key])
}
