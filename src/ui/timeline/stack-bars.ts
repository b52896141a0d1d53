import { OUTCOMES, toneOf } from '../../scene/index.ts'
import type { Outcome, Tone } from '../../scene/index.ts'

export interface BarPart {
  readonly outcome: Outcome
  readonly tone: Tone
  /** From the base line up. */
  readonly from: number
  readonly height: number
}

const LEAST = 2.5

/** What fills a bar: success at the foot, losses on top, none of them too thin to see. */
export function stackBar(bar: ReadonlyMap<Outcome, number>, perRequest: number): readonly BarPart[] {
  const parts: BarPart[] = []
  let from = 0
  for (const outcome of OUTCOMES) {
    const n = bar.get(outcome) ?? 0
    if (n === 0) continue
    const height = outcome === 'succeeded' ? n * perRequest : Math.max(LEAST, n * perRequest)
    parts.push({ outcome, tone: toneOf(outcome), from, height })
    from += height
  }
  return parts
}

const totalOf = (bar: ReadonlyMap<Outcome, number>): number => {
  let sum = 0
  for (const n of bar.values()) sum += n
  return sum
}

/** Pixels a request, so that a usual bar fills most of the room and the highest still fits. */
export function scaleOf(bars: readonly ReadonlyMap<Outcome, number>[], room: number): number {
  const totals = bars.map(totalOf).filter(n => n > 0)
  if (totals.length === 0) return 0
  const most = totals.reduce((a, b) => Math.max(a, b), 0)
  const mean = totals.reduce((a, b) => a + b, 0) / totals.length
  return Math.min((room * 0.72) / mean, room / most)
}
