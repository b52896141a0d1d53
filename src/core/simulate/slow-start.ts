import type { Cluster } from '../envoy/index.ts'
import type { Host } from './host.ts'

/** What part of its weight a host has `nowMs`, while it warms up. Envoy, load_balancer_impl.cc, applySlowStartFactor [D69]. */
export function warmthOf({ details }: Cluster, { sinceMs }: Host, nowMs: number): number {
  const slowStart = details?.slowStart
  if (!slowStart) return 1
  const { windowMs, aggression = 1, minWeightPercent = 10 } = slowStart
  const ageMs = Math.max(nowMs - sinceMs, 1)
  if (ageMs >= windowMs) return 1
  return Math.max((ageMs / windowMs) ** (1 / aggression), minWeightPercent / 100)
}
