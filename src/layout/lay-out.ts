import type { Stage } from '../scene/index.ts'
import { placeAcross, type Placed } from './across.ts'
import { lanesAcross } from './lanes-across.ts'
import { placePills } from './pills.ts'
import type { Box, LanePath, Positions } from './positions.ts'
import { estimate, type Measure } from './wrap.ts'

export interface LayoutOptions {
  readonly width: number
  readonly height: number
  readonly orientation: 'across' | 'down'
  /** Width of a text in a CSS font; estimated where none is given. */
  readonly measure?: Measure
}

/** Where everything of a stage is. Pure; where the window is too small the picture is larger than it. */
export function layOut(stage: Stage, options: LayoutOptions): Positions {
  const measure = options.measure ?? estimate
  const placed: Placed = placeAcross(stage, options.width, options.height, measure)
  const lanes = lanesAcross(stage, placed)
  return {
    size: placed.size,
    orientation: 'across',
    boxes: placed.boxes,
    lanes,
    pills: placePills(stage.lanes, lanes, solidBoxes(stage, placed.boxes)),
    ports: portsOf(stage, lanes),
  }
}

/** What no pill may cover: cards, holes and their text. */
function solidBoxes(stage: Stage, boxes: ReadonlyMap<string, Box>): readonly Box[] {
  const cards = [stage.client, ...stage.rules, ...stage.subsets, ...stage.workloads, ...stage.replies, ...stage.holes]
  return cards.flatMap(node => [boxes.get(node.id), boxes.get(`${node.id}#label`)].filter(box => box !== undefined))
}

const PORT = 5

/** Bars where lanes leave a card or enter one: rails at their end, subset rows at both. */
function portsOf(stage: Stage, lanes: ReadonlyMap<string, LanePath>): Positions['ports'] {
  return stage.lanes.flatMap(lane => {
    const path = lanes.get(lane.id)
    if (!path || lane.share <= 0) return []
    const height = Math.max(3, lane.share * 28) + 4
    const bar = (x: number, y: number) => ({
      laneId: lane.id,
      box: { x: x - PORT / 2, y: y - height / 2, width: PORT, height },
    })
    const [first, last] = [path.cubics[0], path.cubics.at(-1)]
    if (!first || !last) return []
    if (lane.kind === 'rail') return [bar(last[6], last[7])]
    if (lane.kind === 'subset') return [bar(first[0], first[1]), bar(last[6], last[7])]
    return []
  })
}
