import type { Cubic, LanePath, Point } from '../layout/index.ts'

const round = (value: number): number => Math.round(value * 100) / 100

/** SVG path data; pieces that touch become one line, so joins stay smooth. */
export function lanePathData(cubics: readonly Cubic[]): string {
  let data = ''
  let endX = Number.NaN
  let endY = Number.NaN
  for (const [x0, y0, x1, y1, x2, y2, x3, y3] of cubics) {
    if (Math.abs(x0 - endX) > 0.01 || Math.abs(y0 - endY) > 0.01 || Number.isNaN(endX))
      data += `M${round(x0)} ${round(y0)}`
    data += `C${round(x1)} ${round(y1)} ${round(x2)} ${round(y2)} ${round(x3)} ${round(y3)}`
    endX = x3
    endY = y3
  }
  return data
}

export function pointOnCubic([x0, y0, x1, y1, x2, y2, x3, y3]: Cubic, t: number): Point {
  const u = 1 - t
  const a = u * u * u
  const b = 3 * u * u * t
  const c = 3 * u * t * t
  const d = t * t * t
  return { x: a * x0 + b * x1 + c * x2 + d * x3, y: a * y0 + b * y1 + c * y2 + d * y3 }
}

const SAMPLES = 24
/** For each lane: x, y and the length so far, at every sample. Lanes are immutable, so the samples live as long as they do. */
const samplesOf = new WeakMap<LanePath, Float64Array>()

function sample(path: LanePath): Float64Array {
  const known = samplesOf.get(path)
  if (known) return known
  const table = new Float64Array((path.cubics.length * SAMPLES + 1) * 3)
  let at = 0
  let length = 0
  let previous: Point | undefined
  path.cubics.forEach((cubic, index) => {
    for (let i = index === 0 ? 0 : 1; i <= SAMPLES; i++) {
      const point = pointOnCubic(cubic, i / SAMPLES)
      if (previous) length += Math.hypot(point.x - previous.x, point.y - previous.y)
      table[at++] = point.x
      table[at++] = point.y
      table[at++] = length
      previous = point
    }
  })
  const filled = table.subarray(0, at)
  samplesOf.set(path, filled)
  return filled
}

/** The point at a fraction of the lane's length, so that equal times are equal ways. */
export function pointOnLane(path: LanePath, fraction: number): Point {
  const table = sample(path)
  const last = table.length / 3 - 1
  if (last < 0) return { x: 0, y: 0 }
  const wanted = Math.min(1, Math.max(0, fraction)) * (table[last * 3 + 2] ?? 0)
  let low = 0
  let high = last
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((table[middle * 3 + 2] ?? 0) <= wanted) low = middle
    else high = middle
  }
  const from = table[low * 3 + 2] ?? 0
  const span = (table[high * 3 + 2] ?? 0) - from
  const t = span > 0 ? Math.min(1, (wanted - from) / span) : 0
  const mix = (offset: number): number => {
    const a = table[low * 3 + offset] ?? 0
    return a + ((table[high * 3 + offset] ?? 0) - a) * t
  }
  return { x: mix(0), y: mix(1) }
}
