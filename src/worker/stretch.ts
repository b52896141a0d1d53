import type { Traffic } from '../core/simulate/index.ts'

/** So many requests take about a fifth of a second: a mesh that sends thousands a second is simulated in parts. */
const MOST_AT_ONCE = 40_000
/** Else whoever plays would overtake what is known. */
const LEAST_MS = 5000

/** Up to when traffic is simulated at once of what is asked for, from a moment up to which it is known. */
export function reachOf({ clients }: Pick<Traffic, 'clients'>, fromMs: number, askedMs: number): number {
  const perSecond = clients.reduce((sum, { ratePerSecond }) => sum + ratePerSecond, 0)
  return Math.min(askedMs, fromMs + Math.max(LEAST_MS, Math.round((MOST_AT_ONCE / perSecond) * 1000)))
}
