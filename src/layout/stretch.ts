import type { Lane } from '../scene/index.ts'
import type { Placed } from './across.ts'
import type { Fan } from './fan.ts'
import * as m from './measures.ts'
import { PathBuilder } from './path.ts'
import type { Box } from './positions.ts'

/** A lane between its two boxes, and what else its path depends on. */
export interface Stretch {
  readonly lane: Lane
  readonly from: Box
  readonly to: Box
  readonly placed: Placed
  readonly fan: Fan
  /** Ids of rules cards. */
  readonly rules: ReadonlySet<string>
  readonly client: string
  /** What no lane should run through: cards, holes and their words. */
  readonly solids: readonly Box[]
}

/** Starts a lane at the right edge of what it leaves; out of a rule, from the spine through the card. */
export function leave({ lane, from, placed, fan, client, rules }: Stretch): PathBuilder {
  if (placed.boxes.has(`${lane.from}#fault`)) {
    const y = placed.lines.get(lane.from) ?? from.y
    return new PathBuilder({ x: from.x + m.SPINE_X + 8, y }).line(from.x + from.width, y)
  }
  // A card that answers by itself does so from its header.
  if (rules.has(lane.from)) return new PathBuilder({ x: from.x + from.width, y: from.y + 22 })
  const y = lane.from === client ? from.y + 22 : (placed.lines.get(lane.from) ?? from.y)
  return new PathBuilder({ x: from.x + from.width, y: y + fan.start(lane.id) })
}
