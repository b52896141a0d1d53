import type { Lane } from '../scene/index.ts'
import * as m from './measures.ts'
import { hullOf, pointAt } from './path.ts'
import type { Box, LanePath, Point, Positions } from './positions.ts'

/** Thinner lanes carry their pill astride. */
export const THICK = 9

/**
 * Centres of the lanes' pills: above a thick lane, astride a thin one, at the first place along it where nothing is in the way, nor
 * another lane beneath; else near it where the least of lanes is. Lanes in order, so an early pill does not move for a later one. A pill
 * without any room is left out.
 */
export function placePills(
  lanes: readonly Lane[],
  paths: ReadonlyMap<string, LanePath>,
  taken: readonly Box[],
  orientation: Positions['orientation'],
  page: Positions['size'],
): ReadonlyMap<string, Point> {
  const pills = new Map<string, Point>()
  const blocked = [...taken]
  const drawn = [...paths.values()].map(path => ({ path, hull: grown(hullOf(path), 1) }))
  const pointsOf = sampled()
  for (const lane of lanes) {
    const path = paths.get(lane.id)
    if (lane.setShare === undefined || !path) continue
    const reach = grown(hullOf(path), REACH)
    const solid = blocked.filter(box => overlaps(box, reach))
    const isAstride = path.width < THICK || orientation === 'down'
    const beneath = drawn.filter(other => overlaps(other.hull, reach) && !(isAstride && other.path === path))
    let place: Point | undefined
    let least = Infinity
    for (const candidate of candidates(path, orientation, pointsOf(path))) {
      const point = inside(page, candidate)
      const box = pillBox(point)
      if (solid.some(other => overlaps(other, box))) continue
      const isNear = pointsOf(path).some(own => holds(grown(box, path.width / 2 + NEAR[orientation]), own))
      const cost = covered(box, beneath, pointsOf) + (isNear ? 0 : FAR)
      if (cost < least) [place, least] = [point, cost]
      if (cost === 0) break
    }
    if (!place) continue
    pills.set(lane.id, place)
    blocked.push(pillBox(place))
  }
  return pills
}

/** How far from its lane a pill is looked for, and up to where it is seen to be of that lane. */
const REACH = 200
const NEAR = { across: 14, down: 30 } as const
/** Worse than to lie on any lanes: to be taken for another's. */
const FAR = 10_000
const STEP = 4
type PointsOf = (path: LanePath) => readonly Point[]

function sampled(): PointsOf {
  const known = new Map<LanePath, readonly Point[]>()
  return path => {
    const before = known.get(path)
    if (before) return before
    const steps = Math.max(1, Math.ceil(path.length / STEP))
    const points = Array.from({ length: steps + 1 }, (_, i) => pointAt(path, i / steps))
    known.set(path, points)
    return points
  }
}

interface DrawnLane {
  readonly path: LanePath
  readonly hull: Box
}

/** How much of lanes lies under a box. */
function covered(box: Box, lanes: readonly DrawnLane[], pointsOf: PointsOf): number {
  let sum = 0
  for (const { path, hull } of lanes) {
    const around = grown(box, path.width / 2)
    if (!overlaps(around, hull)) continue
    for (const point of pointsOf(path)) if (holds(around, point)) sum++
  }
  return sum
}

const holds = ({ x, y, width, height }: Box, point: Point): boolean =>
  point.x > x && point.x < x + width && point.y > y && point.y < y + height

/** As near as the edges of the page let it be. */
const inside = ({ width, height }: Positions['size'], { x, y }: Point): Point => ({
  x: Math.min(width - m.PILL.width / 2, Math.max(m.PILL.width / 2, x)),
  y: Math.min(height - m.PILL.height / 2, Math.max(m.PILL.height / 2, y)),
})

export const pillBox = ({ x, y }: Point): Box => ({
  x: x - m.PILL.width / 2,
  y: y - m.PILL.height / 2,
  width: m.PILL.width,
  height: m.PILL.height,
})

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82]
/** Beside the lane only where it has no room of its own. */
const ASIDE = [0, -50, 50, -72, 72, -96, 96, -144, 144]
/** Free between a pill and a lane, or a card's edge with its port. */
const GAP = { lane: 3, card: 3 } as const

function* candidates(
  path: LanePath,
  orientation: Positions['orientation'],
  points: readonly Point[],
): Generator<Point> {
  const along = PLACES.map(t => pointAt(path, t))
  if (orientation === 'across') yield* besideLane(path, [...along, ...atEnds(points)], points)
  const lifts = [0, -(path.width / 2 + 15), path.width / 2 + 15, -22, 22, -40, 40, -64, 64]
  for (const aside of ASIDE) for (const lift of lifts) for (const { x, y } of along) yield { x: x + aside, y: y + lift }
}

/** Right behind the card that a lane leaves, and right before the one that it comes to: in a narrow gap there is no other place. */
function atEnds(points: readonly Point[]): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return []
  const room = m.PILL.width / 2 + GAP.card
  return [first.x + room, last.x - room].flatMap(x => points.find(point => point.x >= x) ?? [])
}

/** Above and below a lane, as near as all of the pill is clear of it; a thin one runs through its middle. */
function* besideLane(path: LanePath, places: readonly Point[], points: readonly Point[]): Generator<Point> {
  if (path.width < THICK) yield* places
  const away = path.width / 2 + GAP.lane + m.PILL.height / 2
  const spans = places.map(({ x, y }) => [
    y,
    ...points.filter(point => Math.abs(point.x - x) <= m.PILL.width / 2).map(point => point.y),
  ])
  for (const [i, { x }] of places.entries()) yield { x, y: Math.min(...(spans[i] ?? [])) - away }
  for (const [i, { x }] of places.entries()) yield { x, y: Math.max(...(spans[i] ?? [])) + away }
}

export const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
