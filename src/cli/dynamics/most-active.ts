import type { CopyRecord, TryRecord } from '../../core/simulate/index.ts'
import type { Tally } from './recording.ts'

/** The most requests that pods worked on at once, each and all together. */
export function mostActive(spans: readonly (TryRecord | CopyRecord)[]): {
  readonly byPod: Tally
  readonly all: number
} {
  const moments = spans.flatMap(({ endpoint, sentMs, endMs = Infinity }) =>
    endpoint && sentMs !== undefined
      ? [
          { atMs: sentMs, step: 1, pod: endpoint.pod },
          { atMs: endMs, step: -1, pod: endpoint.pod },
        ]
      : [],
  )
  // Whoever leaves makes room first.
  moments.sort((a, b) => a.atMs - b.atMs || a.step - b.step)
  const now: Record<string, number> = {}
  const most: Record<string, number> = {}
  let [all, mostOfAll] = [0, 0]
  for (const { step, pod } of moments) {
    now[pod] = (now[pod] ?? 0) + step
    all += step
    most[pod] = Math.max(most[pod] ?? 0, now[pod])
    mostOfAll = Math.max(mostOfAll, all)
  }
  return { byPod: most, all: mostOfAll }
}
