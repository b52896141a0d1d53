import type { Cluster } from '../../core/envoy/index.ts'
import { NO_ERRORS, effectOf } from '../../core/simulate/index.ts'
import type { TryEnd } from '../../core/simulate/index.ts'
import type { Span } from '../metrics/metrics.ts'
import type { CountedKind, ErrorReel, PoolPhase } from './pool-film.ts'

/** What moves a pod's counts: how a try of it ended, or that they start anew. */
export interface CountedEnd {
  readonly pod: string
  readonly atMs: number
  /** When the stage shows it. */
  readonly shownMs: number
  readonly end: TryEnd | 'anew'
}

/** What ejects pods of a cluster, of what is counted here. Gateway errors without a threshold of their own do not. */
export function thresholdsOf({ outlierDetection }: Cluster): PoolPhase['thresholds'] {
  const { consecutive5xx = 0, consecutiveGatewayFailure = 0 } = outlierDetection ?? {}
  const all = [
    { kind: 'consecutive-5xx' as const, threshold: consecutive5xx },
    { kind: 'consecutive-gateway-failure' as const, threshold: consecutiveGatewayFailure },
  ]
  return all.filter(({ threshold }) => threshold > 0)
}

interface Growing {
  readonly atMs: number[]
  readonly counts: number[]
}

/**
 * The counts of a cluster's outlier detector over a stretch, and the last ones before it. They are made of how tries ended,
 * in that order; none shows before what came before it. `clusterAt` tells how the cluster was set at a time.
 */
export function errorReels(
  ends: readonly CountedEnd[],
  clusterAt: (atMs: number) => Cluster | undefined,
  span: Span,
): readonly ErrorReel[] {
  const reels = new Map<string, Growing>()
  const counted = new Map<string, Record<CountedKind, number>>()
  const last = new Map<string, number>()
  for (const { pod, atMs, shownMs, end } of [...ends].sort((a, b) => a.atMs - b.atMs)) {
    const cluster = clusterAt(atMs)
    if (!cluster) continue
    const counts = counted.get(pod) ?? { ...NO_ERRORS }
    counted.set(pod, counts)
    const at = Math.max(shownMs, last.get(pod) ?? -Infinity)
    last.set(pod, at)
    for (const { kind, threshold } of thresholdsOf(cluster)) {
      const before = counts[kind]
      counts[kind] = countAfter(before, kind, end, cluster)
      if (counts[kind] >= threshold) counts[kind] = 0
      if (counts[kind] === before || at > span.untilMs) continue
      const key = `${kind} ${pod}`
      const reel = reels.get(key) ?? { atMs: [], counts: [] }
      reels.set(key, reel)
      // Of what is over before the stretch begins only the last is of use.
      if (at <= span.fromMs) reel.atMs.length = reel.counts.length = 0
      reel.atMs.push(at)
      reel.counts.push(counts[kind])
    }
  }
  return [...reels].map(([key, reel]) => {
    const [kind = '', pod = ''] = key.split(' ')
    return { pod, kind: kind as CountedKind, ...reel }
  })
}

function countAfter(count: number, kind: CountedKind, end: CountedEnd['end'], { details }: Cluster): number {
  if (end === 'anew') return 0
  const { clears, adds } = effectOf(end, details?.outlier?.local !== undefined)
  return clears.includes(kind) ? 0 : adds.includes(kind) ? count + 1 : count
}
