import type { MapHole, MapNode, MeshMap } from '../../scene/index.ts'
import type { Box, LanePath, Point } from '../positions.ts'
import { arrange, longest } from './arrange.ts'
import { columnsOf } from './columns.ts'
import { isBack, mapLanes } from './map-lanes.ts'
import type { Grid, Line } from './map-lanes.ts'
import { MAP } from './measures.ts'

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

const drawnAt = (map: MeshMap, node: MapNode) => holesAt(map, node.id).slice(0, MAP.holes)

const heightOf = (map: MeshMap, node: MapNode): number => MAP.card.height + drawnAt(map, node).length * MAP.holeRoom

/**
 * Columns by hop, in as many lines as can be read best, cards as level as can be with what they call, each caller's holes
 * beneath it; what stands alone beneath all of them. No two things overlap, and lanes run between cards. `labelled`: with room for a share on each lane.
 */
export function layOutMap(
  map: MeshMap,
  window: { readonly width: number; readonly height: number },
  labelled = false,
): MapPositions {
  const tall = (column: readonly MapNode[]): number =>
    column.reduce((sum, node) => sum + heightOf(map, node) + MAP.gap.least, -MAP.gap.least)
  const { lines, dealt, step } = arrange(
    columnsOf(map),
    tall,
    window,
    labelled ? MAP.column.labelled : MAP.column.least,
  )
  const drawnIn = (column: readonly MapNode[]): number => column.flatMap(node => drawnAt(map, node)).length
  const used = MAP.card.width + (longest(lines) - 1) * step
  const width = Math.max(window.width, used + 2 * MAP.margin)
  const left = (width - used) / 2
  const slots: Grid['slots'] = new Map(
    lines.flatMap((line, i) =>
      line.flatMap((column, k) => column.map(({ id }) => [id, { line: i, column: k }] as const)),
    ),
  )
  const talls = lines.map(line => Math.max(...line.map(tall)))
  const foot = map.calls.some(call => isBack(slots, call) && slots.get(call.from)?.line === lines.length - 1)
    ? MAP.between
    : MAP.margin
  const needed = talls.reduce((a, b) => a + b, 0) + (lines.length - 1) * MAP.between + MAP.margin + foot
  const spare = Math.max(0, window.height - needed) / Math.max(1, lines.length)
  const boxes = new Map<string, Box>()
  const holes = new Map<string, Point>()
  const drawn: Line[] = []
  let top: number = MAP.margin
  lines.forEach((line, i) => {
    const height = (talls[i] ?? 0) + spare
    const [first = []] = line
    const isRows = line === dealt && line.every(column => drawnIn(column) === 0)
    line.forEach((column, k) => {
      const x = left + k * step
      // In rows all columns begin as the first one does, which is the longest.
      const whole = isRows ? first : column
      const free = height - tall(whole)
      const gap = MAP.gap.least + Math.min(free / (whole.length + 1), MAP.gap.most - MAP.gap.least)
      let y = top + (free - (gap - MAP.gap.least) * (whole.length - 1)) / 2
      for (const node of column) {
        boxes.set(node.id, { x, y, ...MAP.card })
        drawnAt(map, node).forEach((hole, n) => {
          holes.set(hole.id, { x: x + MAP.card.width - 10, y: y + MAP.card.height + (n + 0.5) * MAP.holeRoom + 3 })
        })
        y += heightOf(map, node) + gap
      }
    })
    drawn.push({
      top,
      bottom: top + height,
      columns: line.map((column, k) => ({
        x: left + k * step,
        taken: column.map(node => {
          const { y } = boxes.get(node.id) ?? { y: 0 }
          return { top: y, bottom: y + heightOf(map, node) }
        }),
      })),
    })
    top += height + MAP.between
  })
  return {
    size: { width, height: top - MAP.between + foot },
    boxes,
    lanes: mapLanes(map.calls, { boxes, slots, lines: drawn }),
    holes,
  }
}
