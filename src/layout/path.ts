import type { Box, Cubic, LanePath, Point } from './positions.ts'

/** A chain of cubics under construction; lengths are kept for travel at constant speed. */
export class PathBuilder {
  private readonly cubics: Cubic[] = []
  private at: Point

  constructor(start: Point) {
    this.at = start
  }

  line(x: number, y: number): this {
    const { x: x0, y: y0 } = this.at
    if (x === x0 && y === y0) return this
    const [dx, dy] = [(x - x0) / 3, (y - y0) / 3]
    return this.push([x0, y0, x0 + dx, y0 + dy, x - dx, y - dy, x, y])
  }

  /** A rounded corner: leaves along the one axis and arrives along the other. */
  corner(x: number, y: number, first: 'across' | 'down'): this {
    const { x: x0, y: y0 } = this.at
    const [cx, cy] = first === 'across' ? [x, y0] : [x0, y]
    const [a, b] = [2 / 3, 2 / 3]
    return this.push([x0, y0, x0 + (cx - x0) * a, y0 + (cy - y0) * a, x + (cx - x) * b, y + (cy - y) * b, x, y])
  }

  /** Horizontal tangents at both ends, control points at half the gap. */
  across(x: number, y: number): this {
    const { x: x0, y: y0 } = this.at
    const half = (x - x0) / 2
    return this.push([x0, y0, x0 + half, y0, x - half, y, x, y])
  }

  /** Vertical tangents at both ends. */
  down(x: number, y: number): this {
    const { x: x0, y: y0 } = this.at
    const half = (y - y0) / 2
    return this.push([x0, y0, x0, y0 + half, x, y - half, x, y])
  }

  curve(a: Point, b: Point, end: Point): this {
    const { x: x0, y: y0 } = this.at
    return this.push([x0, y0, a.x, a.y, b.x, b.y, end.x, end.y])
  }

  get end(): Point {
    return this.at
  }

  private push(cubic: Cubic): this {
    this.cubics.push(cubic)
    this.at = { x: cubic[6], y: cubic[7] }
    return this
  }

  build(width: number): LanePath {
    const { x, y } = this.at
    const cubics: readonly Cubic[] = this.cubics.length > 0 ? this.cubics : [[x, y, x, y, x, y, x, y]]
    return { cubics, length: cubics.reduce((sum, cubic) => sum + lengthOf(cubic), 0), width }
  }
}

const hulls = new WeakMap<LanePath['cubics'], Box>()

/** A box that a path cannot leave: around all its control points. */
export function hullOf({ cubics }: Pick<LanePath, 'cubics'>): Box {
  const known = hulls.get(cubics)
  if (known) return known
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const cubic of cubics) {
    left = Math.min(left, cubic[0], cubic[2], cubic[4], cubic[6])
    right = Math.max(right, cubic[0], cubic[2], cubic[4], cubic[6])
    top = Math.min(top, cubic[1], cubic[3], cubic[5], cubic[7])
    bottom = Math.max(bottom, cubic[1], cubic[3], cubic[5], cubic[7])
  }
  const hull = { x: left, y: top, width: right - left, height: bottom - top }
  hulls.set(cubics, hull)
  return hull
}

/** Of most lanes most pieces are level or upright: no table is made of these before something travels there. */
const lengthOf = (cubic: Cubic): number =>
  isLevel(cubic) || isUpright(cubic)
    ? Math.abs(cubic[6] - cubic[0]) + Math.abs(cubic[7] - cubic[1])
    : (tableOf(cubic).at(-1) ?? 0)

const isLevel = (cubic: Cubic): boolean => cubic[1] === cubic[7] && cubic[3] === cubic[1] && cubic[5] === cubic[1]
const isUpright = (cubic: Cubic): boolean => cubic[0] === cubic[6] && cubic[2] === cubic[0] && cubic[4] === cubic[0]

function cubicAt(cubic: Cubic, t: number): Point {
  const u = 1 - t
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
  return {
    x: a * cubic[0] + b * cubic[2] + c * cubic[4] + d * cubic[6],
    y: a * cubic[1] + b * cubic[3] + c * cubic[5] + d * cubic[7],
  }
}

const SAMPLES = 24
const tables = new WeakMap<Cubic, Float64Array>()

/** Lengths from the start of a cubic to each of its sampled points. */
function tableOf(cubic: Cubic): Float64Array {
  const known = tables.get(cubic)
  if (known) return known
  const table = new Float64Array(SAMPLES + 1)
  let last = cubicAt(cubic, 0)
  for (let i = 1; i <= SAMPLES; i++) {
    const next = cubicAt(cubic, i / SAMPLES)
    table[i] = (table[i - 1] ?? 0) + Math.hypot(next.x - last.x, next.y - last.y)
    last = next
  }
  tables.set(cubic, table)
  return table
}

/** The point a fraction (0 to 1) of the way along, at constant speed. */
export function pointAt(path: LanePath, fraction: number): Point {
  let left = Math.min(1, Math.max(0, fraction)) * path.length
  for (const [i, cubic] of path.cubics.entries()) {
    const table = tableOf(cubic)
    const length = table[SAMPLES] ?? 0
    if (left <= length || i === path.cubics.length - 1) return cubicAt(cubic, timeAt(table, Math.min(left, length)))
    left -= length
  }
  return { x: 0, y: 0 }
}

function timeAt(table: Float64Array, length: number): number {
  let [low, high] = [0, SAMPLES]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((table[middle] ?? 0) <= length) low = middle
    else high = middle
  }
  const [from, to] = [table[low] ?? 0, table[high] ?? 0]
  return (low + (to > from ? (length - from) / (to - from) : 0)) / SAMPLES
}
