import type { MapCall } from '../../scene/index.ts'
import { PathBuilder } from '../path.ts'
import type { Box, LanePath, Point } from '../positions.ts'
import { stack } from '../stack.ts'
import type { Slot } from './arrange.ts'
import { MAP } from './measures.ts'

export interface Span {
  readonly top: number
  readonly bottom: number
}

/** One line of columns: what of each is taken by cards and what hangs beneath them, from top to bottom. */
export interface Line extends Span {
  readonly columns: readonly { readonly x: number; readonly taken: readonly Span[] }[]
}

export interface Grid {
  readonly boxes: ReadonlyMap<string, Box>
  readonly slots: ReadonlyMap<string, Slot>
  readonly lines: readonly Line[]
}

type Ends = Pick<MapCall, 'from' | 'to'>

export const laneKey = ({ from, to }: Ends): string => `${from}>${to}`

/** Whether a call leads to a column that does not stand to the right in the same line. */
export function isBack(slots: Grid['slots'], { from, to }: Ends): boolean {
  const [a, b] = [slots.get(from), slots.get(to)]
  return a !== undefined && b !== undefined && (a.line !== b.line || b.column <= a.column)
}

/** How far from a card lanes bend, the only one or the first and last of several, and how tightly. */
const BEND = { alone: 12, from: 11, to: 21, apart: 6, radius: 8 } as const
/** How much of its place a lane takes among others that run beside it. */
const FILL = 0.65

/**
 * Lanes side by side are as thick as what passes the busiest card, each as its share of that. To the next column they run straight; over further columns between their cards; back, or
 * to another line, through the free strip beneath the upper one of the two lines. Where several leave or reach one card, or run
 * through one gap, they lie side by side in the order of their other ends.
 */
export function mapLanes(calls: readonly MapCall[], grid: Grid): ReadonlyMap<string, LanePath> {
  const shown = calls.filter(({ from, to }) => grid.boxes.has(from) && grid.boxes.has(to))
  const most = busiest(shown)
  const strips = stripsOf(shown, grid)
  const width = (call: MapCall): number => {
    const room = Math.min(MAP.lane.most, strips.get(laneKey(call))?.room ?? Infinity)
    return Math.max(MAP.lane.least, Math.min(room, (call.ratePerSecond / most) * MAP.lane.all))
  }
  const middle = (id: string): number => (grid.boxes.get(id)?.y ?? 0) + MAP.card.height / 2
  const through = throughGaps(shown, grid, middle, width)
  const next = (call: MapCall, end: 'from' | 'to'): number =>
    strips.get(laneKey(call))?.y ??
    through.get(laneKey(call))?.at(end === 'from' ? 0 : -1)?.y ??
    middle(call[other(end)])
  const leaving = fan(shown, 'from', width, next)
  const arriving = fan(shown, 'to', width, next)
  return new Map(
    shown.map(call => {
      const key = laneKey(call)
      const [from, to] = [grid.boxes.get(call.from), grid.boxes.get(call.to)]
      const start = { x: (from?.x ?? 0) + MAP.card.width, y: middle(call.from) + (leaving.get(key) ?? 0) }
      const end = { x: to?.x ?? 0, y: middle(call.to) + (arriving.get(key) ?? 0) }
      const strip = strips.get(key)
      const path = strip ? around(start, end, strip) : along(start, end, through.get(key) ?? [])
      return [key, path.build(width(call))]
    }),
  )
}

/** What passes one side of a card, at most. */
function busiest(calls: readonly MapCall[]): number {
  const sides = new Map<string, number>()
  for (const { from, to, ratePerSecond } of calls) {
    for (const side of [`${from} out`, `${to} in`]) sides.set(side, (sides.get(side) ?? 0) + ratePerSecond)
  }
  return Math.max(1e-9, ...sides.values())
}

const other = (end: 'from' | 'to'): 'from' | 'to' => (end === 'from' ? 'to' : 'from')

/** From gap to gap: level beside each column, in curves between them. */
function along(start: Point, end: Point, gaps: readonly Point[]): PathBuilder {
  const path = new PathBuilder(start)
  for (const { x, y } of gaps) path.across(x, y).line(x + MAP.card.width, y)
  return path.across(end.x, end.y)
}

/** Out, up or down to the strip, along it, and up or down again, round at each corner. */
function around(start: Point, end: Point, { y, out }: Strip): PathBuilder {
  const [right, left] = [start.x + out, end.x - out]
  const points = [start, { x: right, y: start.y }, { x: right, y }, { x: left, y }, { x: left, y: end.y }, end]
  const path = new PathBuilder(start)
  for (const [i, point] of points.entries()) {
    const [before, after] = [points[i - 1], points[i + 1]]
    if (!before || !after) continue
    const [a, b] = [unit(point, before), unit(point, after)]
    const radius = Math.min(BEND.radius, a.length / 2, b.length / 2)
    path.line(point.x + a.x * radius, point.y + a.y * radius)
    path.corner(point.x + b.x * radius, point.y + b.y * radius, before.y === point.y ? 'across' : 'down')
  }
  return path.line(end.x, end.y)
}

const unit = (from: Point, to: Point) => {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  return { x: (to.x - from.x) / Math.max(1e-9, length), y: (to.y - from.y) / Math.max(1e-9, length), length }
}

interface Strip {
  readonly y: number
  /** How far from the cards it runs up and down. */
  readonly out: number
  /** How wide it may be for the others beside it to be told apart. */
  readonly room: number
}

/** The place of each lane that runs back in the strip beneath a line. */
function stripsOf(calls: readonly MapCall[], { slots, lines }: Grid): ReadonlyMap<string, Strip> {
  const byLine = new Map<number, string[]>()
  for (const call of calls) {
    if (!isBack(slots, call)) continue
    const line = Math.min(slots.get(call.from)?.line ?? 0, slots.get(call.to)?.line ?? 0)
    byLine.set(line, [...(byLine.get(line) ?? []), laneKey(call)])
  }
  const strips = new Map<string, Strip>()
  for (const [line, keys] of byLine) {
    const { bottom } = lines[line] ?? { bottom: 0 }
    const level = MAP.between / (keys.length + 1)
    const apart = Math.min(BEND.apart, (BEND.to - BEND.from) / Math.max(1, keys.length - 1))
    const room = FILL * (keys.length === 1 ? level : Math.min(level, apart))
    keys.forEach((key, nth) => {
      const out = keys.length === 1 ? BEND.alone : BEND.from + nth * apart
      strips.set(key, { y: bottom + level * (nth + 1), out, room })
    })
  }
  return strips
}

/** Where each lane passes the columns between its ends: in the gap between cards that is nearest to its straight line. */
function throughGaps(
  calls: readonly MapCall[],
  { slots, lines }: Grid,
  middle: (id: string) => number,
  width: (call: MapCall) => number,
): ReadonlyMap<string, readonly Point[]> {
  interface Passing {
    readonly key: string
    readonly x: number
    readonly wish: number
    readonly height: number
  }
  const inGap = new Map<string, { readonly gap: Span; readonly passing: Passing[] }>()
  for (const call of calls) {
    const [from, to] = [slots.get(call.from), slots.get(call.to)]
    if (!from || !to || isBack(slots, call)) continue
    const { columns = [], top = 0, bottom = 0 } = lines[from.line] ?? {}
    for (let column = from.column + 1; column < to.column; column++) {
      const { x = 0, taken = [] } = columns[column] ?? {}
      const part = (column - from.column) / (to.column - from.column)
      const ideal = middle(call.from) + (middle(call.to) - middle(call.from)) * part
      const gaps = [...taken, undefined].map((card, i): Span => ({
        top: taken[i - 1]?.bottom ?? top - MAP.margin / 2,
        bottom: card?.top ?? bottom + MAP.margin / 2,
      }))
      const nearest = gaps.reduce((a, b) => (farFrom(ideal, b) < farFrom(ideal, a) ? b : a))
      const place = `${String(from.line)} ${String(column)} ${String(nearest.top)}`
      const known = inGap.get(place) ?? { gap: nearest, passing: [] }
      known.passing.push({ key: laneKey(call), x, wish: ideal, height: width(call) })
      inGap.set(place, known)
    }
  }
  const points = new Map<string, Point[]>()
  for (const { gap, passing } of inGap.values()) {
    const sorted = [...passing].sort((a, b) => a.wish - b.wish)
    const room = { top: gap.top + 3, bottom: gap.bottom - 3 }
    const all = sorted.reduce((sum, each) => sum + each.height + 1, -1)
    const least = Math.max(room.top, Math.min(...sorted.map(each => each.wish - each.height / 2)))
    const tops = stack(
      sorted.map(each => ({ height: each.height, wish: each.wish - each.height / 2, gap: 1 })),
      least,
    )
    const over = Math.max(0, (tops.at(-1) ?? 0) + (sorted.at(-1)?.height ?? 0) - room.bottom)
    sorted.forEach((each, i) => {
      const y =
        all > room.bottom - room.top
          ? room.top + ((room.bottom - room.top) * (i + 0.5)) / sorted.length
          : Math.max((tops[i] ?? 0) - over, room.top) + each.height / 2
      points.set(each.key, [...(points.get(each.key) ?? []), { x: each.x, y }])
    })
  }
  for (const list of points.values()) list.sort((a, b) => a.x - b.x)
  return points
}

const farFrom = (y: number, { top, bottom }: Span): number => Math.max(top + 8 - y, y - bottom + 8, 0)

/** How far from the middle of a card's side each lane leaves or arrives. */
function fan(
  calls: readonly MapCall[],
  end: 'from' | 'to',
  width: (call: MapCall) => number,
  next: (call: MapCall, end: 'from' | 'to') => number,
): ReadonlyMap<string, number> {
  const groups = new Map<string, MapCall[]>()
  for (const call of calls) groups.set(call[end], [...(groups.get(call[end]) ?? []), call])
  const offsets = new Map<string, number>()
  for (const group of groups.values()) {
    const total = group.reduce((sum, call) => sum + width(call), 0)
    const scale = Math.min(1, (MAP.card.height - 12) / total)
    let at = -total / 2
    for (const call of [...group].sort((a, b) => next(a, end) - next(b, end))) {
      offsets.set(laneKey(call), (at + width(call) / 2) * scale)
      at += width(call)
    }
  }
  return offsets
}
