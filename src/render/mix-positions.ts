import { hullOf, overlaps } from '../layout/index.ts'
import type { Box, Cubic, LanePath, Point, Positions } from '../layout/index.ts'

export const mix = (a: number, b: number, t: number): number => a + (b - a) * t

const mixPoints = (a: Point, b: Point, t: number): Point => ({ x: mix(a.x, b.x, t), y: mix(a.y, b.y, t) })

export const mixBoxes = (a: Box, b: Box, t: number): Box => ({
  ...mixPoints(a, b, t),
  width: mix(a.width, b.width, t),
  height: mix(a.height, b.height, t),
})

function mixLanes(a: LanePath, b: LanePath, t: number): LanePath {
  if (a.cubics.length !== b.cubics.length) return b
  const cubics = b.cubics.map((to, i): Cubic => {
    const from = a.cubics[i] ?? to
    const at = (n: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7): number => mix(from[n], to[n], t)
    return [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7)]
  })
  return { cubics, length: mix(a.length, b.length, t), width: mix(a.width, b.width, t) }
}

/** The second map itself, where all of it stays. */
function mixMaps<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
  blend: (from: T, to: T) => T,
): ReadonlyMap<string, T> {
  let moved: Map<string, T> | undefined
  for (const [id, to] of b) {
    const from = a.get(id)
    const mixed = from === undefined ? to : blend(from, to)
    if (mixed !== to) (moved ??= new Map(b)).set(id, mixed)
  }
  return moved ?? b
}

/**
 * Part of the way from one layout to the next. What is new stands at its place at once, what is gone is gone. Where a box of what is
 * `near` is given, what neither leaves nor reaches it stands at its place at once too. The new layout itself, where nothing moves.
 */
export function mixPositions(from: Positions, to: Positions, t: number, near?: Box): Positions {
  if (t >= 1 || from.orientation !== to.orientation) return to
  const meets = (a: Box, b: Box): boolean => !near || overlaps(a, near) || overlaps(b, near)
  const moves = (a: Box, b: Box): boolean => !isSame(a, b) && meets(a, b)
  const boxes = mixMaps(from.boxes, to.boxes, (a, b) => (moves(a, b) ? mixBoxes(a, b, t) : b))
  const lanes = mixMaps(from.lanes, to.lanes, (a, b) =>
    !isSamePath(a, b) && meets(hullOf(a), hullOf(b)) ? mixLanes(a, b, t) : b,
  )
  const pills = mixMaps(from.pills, to.pills, (a, b) => (a.x === b.x && a.y === b.y ? b : mixPoints(a, b, t)))
  if (boxes === to.boxes && lanes === to.lanes && pills === to.pills) return to
  const portsBefore = new Map<string, Box[]>()
  for (const { laneId, box } of from.ports) portsBefore.set(laneId, [...(portsBefore.get(laneId) ?? []), box])
  const seen = new Map<string, number>()
  return {
    size: to.size,
    orientation: to.orientation,
    ...(to.podView && { podView: true }),
    boxes,
    lanes,
    pills,
    ports: to.ports.map(port => {
      const nth = seen.get(port.laneId) ?? 0
      seen.set(port.laneId, nth + 1)
      const before = portsBefore.get(port.laneId)?.[nth]
      return before && moves(before, port.box) ? { laneId: port.laneId, box: mixBoxes(before, port.box, t) } : port
    }),
  }
}

const isSame = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

const isSamePath = (a: LanePath, b: LanePath): boolean =>
  a.width === b.width &&
  a.cubics.length === b.cubics.length &&
  a.cubics.every((cubic, i) => cubic.every((each, n) => each === b.cubics[i]?.[n]))

/** `cubic-bezier(.2, 0, 0, 1)`, as closely as the eye asks for. */
export const settle = (t: number): number => 1 - (1 - Math.min(1, Math.max(0, t))) ** 4
