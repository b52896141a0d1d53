import type { Positions } from '../../layout/index.ts'
import type { Moment, PoolsNow, Stage, Tally } from '../../scene/index.ts'

/** What every part of the picture needs to draw itself. */
export interface Drawing {
  /** Of a large one what is near the window. */
  readonly stage: Stage
  readonly whole: Stage
  /** Cards of a version that the cluster keeps while it refuses the text's. */
  readonly earlier?: ReadonlySet<string> | undefined
  readonly positions: Positions
  readonly tally: Tally
  readonly moment: Moment
  /** What pools and pods have under way; undefined: not known yet. */
  readonly pools?: PoolsNow | undefined
  /** Rings step each second instead of closing evenly. */
  readonly steps: boolean
  /** Changes when a face has loaded and widths are others. */
  readonly faces: number
}

/** The height at which a lane starts: text of its leg or row stands above it. */
export function laneY(drawing: Drawing, kind: 'rail' | 'subset', from: string): number | undefined {
  const lane = drawing.stage.lanes.find(each => each.kind === kind && each.from === from)
  return lane && drawing.positions.lanes.get(lane.id)?.cubics[0]?.[1]
}

export const countOf = (drawing: Drawing, id: string): number => drawing.tally.counts.get(id) ?? 0
