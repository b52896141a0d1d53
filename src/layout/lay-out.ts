import type { Stage } from '../scene/index.ts'
import { placeAcross } from './across.ts'
import { placeDown } from './down.ts'
import { lanesAcross } from './lanes-across.ts'
import { lanesDown } from './lanes-down.ts'
import { laneWidth } from './measures.ts'
import { placePills } from './pills.ts'
import type { LanePath, Positions } from './positions.ts'
import { solidBoxes } from './solid-boxes.ts'
import { estimate } from './wrap.ts'
import type { Measure } from './wrap.ts'

export interface LayoutOptions {
  readonly width: number
  readonly height: number
  readonly orientation: 'across' | 'down'
  /** Pods and pools large; only from left to right. */
  readonly podView?: boolean
  /** Width of a text in a CSS font; estimated where none is given. */
  readonly measure?: Measure
}

/** Where everything of a stage is. Pure; where the window is too small the picture is larger than it. */
export function layOut(stage: Stage, options: LayoutOptions): Positions {
  const { width, height, orientation, measure = estimate } = options
  const podView = options.podView === true && orientation === 'across'
  const { boxes, size, lanes } =
    orientation === 'down' ? down(stage, width, height, measure) : across(stage, width, height, measure, podView)
  return {
    size,
    orientation,
    ...(podView && { podView }),
    boxes,
    lanes,
    pills: placePills(stage.lanes, lanes, solidBoxes(stage, boxes), orientation, size),
    ports: portsOf(stage, lanes, orientation),
  }
}

type Drawn = Pick<Positions, 'boxes' | 'size' | 'lanes'>

function across(stage: Stage, width: number, height: number, measure: Measure, podView: boolean): Drawn {
  const placed = placeAcross(stage, width, height, measure, podView)
  return { ...placed, lanes: lanesAcross(stage, placed, podView) }
}

function down(stage: Stage, width: number, height: number, measure: Measure): Drawn {
  const placed = placeDown(stage, width, height, measure)
  return { ...placed, lanes: lanesDown(stage, placed) }
}

const PORT = 5

/** Bars where lanes leave a card or enter one: rails at their end, and, from left to right, subset rows at both. */
function portsOf(
  stage: Stage,
  lanes: ReadonlyMap<string, LanePath>,
  orientation: Positions['orientation'],
): Positions['ports'] {
  return stage.lanes.flatMap(lane => {
    const path = lanes.get(lane.id)
    if (!path || lane.share <= 0) return []
    const long = laneWidth(lane.share) + 4
    const [width, height] = orientation === 'down' ? [long, PORT] : [PORT, long]
    const bar = (x: number, y: number) => ({
      laneId: lane.id,
      box: { x: x - width / 2, y: y - height / 2, width, height },
    })
    const [first, last] = [path.cubics[0], path.cubics.at(-1)]
    if (!first || !last) return []
    if (lane.kind === 'rail') return [bar(last[6], last[7])]
    if (lane.kind === 'subset' && orientation === 'across') return [bar(first[0], first[1]), bar(last[6], last[7])]
    return []
  })
}
