import type { MapHole, MapNode, MeshMap } from '../../scene/index.ts'
import { PathBuilder } from '../path.ts'
import type { Box, LanePath, Point } from '../positions.ts'
import { columnsOf } from './columns.ts'

/** Sizes of the map in its own units. */
export const MAP = {
  card: { width: 122, height: 46 },
  gap: 40,
  margin: 24,
  lane: 12,
  hole: 13,
  holeRoom: 44,
  holes: 2,
} as const
const COLUMN = { least: 158, most: 232 } as const

export interface MapPositions {
  readonly size: { readonly width: number; readonly height: number }
  readonly boxes: ReadonlyMap<string, Box>
  /** By `from>to`. */
  readonly lanes: ReadonlyMap<string, LanePath>
  /** Middle of each hole's disc; its words stand left of it. */
  readonly holes: ReadonlyMap<string, Point>
}

/** Holes of a node that are drawn; the others are told in words. */
export const holesAt = (map: Pick<MeshMap, 'holes'>, node: string): readonly MapHole[] =>
  map.holes.filter(hole => hole.at === node).sort((a, b) => b.ratePerSecond - a.ratePerSecond)

const heightOf = (map: MeshMap, node: MapNode): number =>
  MAP.card.height + Math.min(MAP.holes, holesAt(map, node.id).length) * MAP.holeRoom

/** Columns by hop, cards as level as can be with what they call, each caller's holes beneath it. No two things overlap. */
export function layOutMap(map: MeshMap, window: { readonly width: number; readonly height: number }): MapPositions {
  const columns = columnsOf(map)
  const heights = columns.map(
    column => column.reduce((sum, node) => sum + heightOf(map, node) + MAP.gap / 2, 0) - MAP.gap / 2,
  )
  const inner = window.width - 2 * MAP.margin - MAP.card.width
  const step = Math.min(COLUMN.most, Math.max(COLUMN.least, inner / Math.max(1, columns.length - 1)))
  const height = Math.max(window.height - 2 * MAP.margin, ...heights)
  const boxes = new Map<string, Box>()
  const holes = new Map<string, Point>()
  columns.forEach((column, i) => {
    const free = (height - (heights[i] ?? 0)) / (column.length + 1)
    const pad = Math.min(free, 70)
    let y = MAP.margin + (height - (heights[i] ?? 0) - pad * (column.length - 1)) / 2
    for (const node of column) {
      boxes.set(node.id, { x: MAP.margin + i * step, y, ...MAP.card })
      holesAt(map, node.id)
        .slice(0, MAP.holes)
        .forEach((hole, k) => {
          holes.set(hole.id, {
            x: MAP.margin + i * step + MAP.card.width - 10,
            y: y + MAP.card.height + (k + 0.5) * MAP.holeRoom + 3,
          })
        })
      y += heightOf(map, node) + MAP.gap / 2 + pad
    }
  })
  return {
    size: {
      width: Math.max(window.width, 2 * MAP.margin + MAP.card.width + (columns.length - 1) * step),
      height: height + 2 * MAP.margin,
    },
    boxes,
    lanes: lanesOf(map, boxes),
    holes,
  }
}

/** As thick as their rate among all, side by side where several leave or reach one card, in the order of the other ends. */
function lanesOf(map: MeshMap, boxes: ReadonlyMap<string, Box>): ReadonlyMap<string, LanePath> {
  const most = Math.max(1e-9, ...map.calls.map(call => call.ratePerSecond))
  const lanes = new Map<string, LanePath>()
  const middle = (id: string): number => (boxes.get(id)?.y ?? 0) + MAP.card.height / 2
  const width = (rate: number): number => Math.max(1.5, (rate / most) * MAP.lane)
  const offset = (end: 'from' | 'to', call: MeshMap['calls'][number]): number => {
    const other = end === 'from' ? 'to' : 'from'
    const group = map.calls.filter(each => each[end] === call[end]).sort((a, b) => middle(a[other]) - middle(b[other]))
    const total = group.reduce((sum, each) => sum + width(each.ratePerSecond), 0)
    const scale = Math.min(1, (MAP.card.height - 12) / total)
    const before = group.slice(0, group.indexOf(call)).reduce((sum, each) => sum + width(each.ratePerSecond), 0)
    return (before + width(call.ratePerSecond) / 2 - total / 2) * scale
  }
  for (const call of map.calls) {
    const [from, to] = [boxes.get(call.from), boxes.get(call.to)]
    if (!from || !to) continue
    const start = { x: from.x + from.width, y: middle(call.from) + offset('from', call) }
    const end = { x: to.x, y: middle(call.to) + offset('to', call) }
    const path = new PathBuilder(start)
    const isBack = end.x <= start.x
    if (isBack) {
      const x = start.x + 40
      path.curve({ x, y: start.y }, { x: end.x - 40, y: end.y }, end)
    } else path.across(end.x, end.y)
    lanes.set(`${call.from}>${call.to}`, path.build(width(call.ratePerSecond)))
  }
  return lanes
}
