import type { Bin, Latency, Percentiles } from './metrics.ts'

/** How long requests took, as percentiles and as a histogram. */
export function latencyOf(durations: readonly number[]): Latency {
  const sorted = Float64Array.from(durations).sort()
  return { percentiles: percentilesOf(sorted), bins: binsOf(sorted) }
}

/** The smallest value that is not exceeded by at least this share of all (nearest rank), of values in ascending order. */
export function percentilesOf(sorted: Float64Array): Percentiles | undefined {
  const at = (percent: number): number => sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? 0
  return sorted.length === 0 ? undefined : { p50: at(50), p90: at(90), p99: at(99) }
}

const PER_DECADE = [10, 15, 20, 30, 50, 70]

/** 0, 1, 1.5, 2, 3, 5, 7, 10, 15, … milliseconds. */
function boundAt(index: number): number {
  if (index === 0) return 0
  const place = (index - 1) % PER_DECADE.length
  return ((PER_DECADE[place] ?? 10) * 10 ** Math.floor((index - 1) / PER_DECADE.length)) / 10
}

function binsOf(sorted: Float64Array): readonly Bin[] {
  const bins: Bin[] = []
  let next = 0
  for (let index = 0; next < sorted.length; index++) {
    const [fromMs, toMs] = [boundAt(index), boundAt(index + 1)]
    const first = next
    while ((sorted[next] ?? Infinity) < toMs) next++
    if (next > first || bins.length > 0) bins.push({ fromMs, toMs, count: next - first })
  }
  return bins
}
