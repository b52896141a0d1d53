import { rangeIn } from '../core/pipeline/index.ts'
import type { World } from '../core/pipeline/index.ts'
import { presentationOf } from '../core/scenario/index.ts'
import type { LocatedSlide } from './protocol.ts'

/** The text's own presentation, with the lines that each of its steps speaks of; none: empty. */
export function locateSlides(world: World): readonly LocatedSlide[] {
  if (!world.scenario) return []
  return presentationOf(world.scenario.resource, world.resources).map(({ shown, marked, ...slide }) => ({
    ...slide,
    lines: shown && rangeIn(world, shown),
    marks: marked.flatMap(origin => rangeIn(world, origin) ?? []),
  }))
}
