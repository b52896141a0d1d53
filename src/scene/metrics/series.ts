import type { Landing } from './landings.ts'
import type { Series, Span, Stretch } from './metrics.ts'

const STEPS_MS = [250, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000, 120_000]
const MOST = 60

/** The shortest stretch of which at most sixty make up `lengthMs`. */
export const stepFor = (lengthMs: number): number => STEPS_MS.find(step => lengthMs <= step * MOST) ?? lengthMs / MOST

/** What was offered and what the stage counted in each stretch of a span; `landings` left in it. */
export function seriesOf(landings: readonly Landing[], { fromMs, untilMs }: Span, stepMs: number): Series {
  const stretches: Count[] = Array.from({ length: Math.max(0, Math.floor((untilMs - fromMs) / stepMs)) }, () => ({
    offered: 0,
    answered: 0,
    succeeded: 0,
  }))
  const rest: Count = { offered: 0, answered: 0, succeeded: 0 }
  const at = (ms: number): Count => stretches[Math.floor((ms - fromMs) / stepMs)] ?? rest
  for (const { record, outcome, landsAtMs } of landings) {
    at(record.atMs).offered++
    if (landsAtMs > untilMs) continue
    const answered = at(landsAtMs)
    answered.answered++
    if (outcome === 'succeeded') answered.succeeded++
  }
  return { stepMs, stretches, rest }
}

type Count = { -readonly [K in keyof Stretch]: Stretch[K] }
