import { ON_ITS_WAY } from './waterfall.ts'
import type { TryBar, Waterfall } from './waterfall.ts'

/** What the stage has shown of a request by `sinceMs` after it left: its tries so far, the last one perhaps under way. */
export function waterfallAt(whole: Waterfall, sinceMs: number): Waterfall {
  if (sinceMs >= whole.endShownMs) return whole
  const atMs = reached(whole, sinceMs)
  const soFarMs = Math.max(0, atMs)
  const tries = whole.tries.filter(({ fromMs }) => fromMs <= atMs).map(one => cut(one, soFarMs))
  const last = tries.at(-1)
  const idleFrom = last?.toMs
  return {
    ...whole,
    endMs: undefined,
    soFarMs,
    delayMs: Math.min(whole.delayMs, soFarMs),
    tries,
    idle: idleFrom !== undefined && idleFrom < soFarMs ? { fromMs: idleFrom, toMs: soFarMs } : undefined,
  }
}

/** How far the request itself was when it looked as it does now: the stage is behind by the ways that it shows. Below 0: nowhere. */
function reached({ tries, delayMs, endMs = Infinity, endShownMs }: Waterfall, sinceMs: number): number {
  const index = tries.findIndex(({ toMs = Infinity, lagMs }) => toMs + lagMs > sinceMs)
  const under = tries[index]
  const before = tries[under ? index - 1 : tries.length - 1]
  const leastMs = before?.toMs ?? -Infinity
  const mostMs = under ? (under.toMs ?? Infinity) : endMs
  const lagMs = under?.lagMs ?? before?.lagMs ?? (endShownMs < Infinity ? Math.max(0, endShownMs - delayMs) : 0)
  return Math.min(mostMs, Math.max(leastMs, sinceMs - lagMs))
}

const isAfter = (ms: number | undefined, soFarMs: number): boolean => ms !== undefined && ms > soFarMs

function cut(one: TryBar, soFarMs: number): TryBar {
  const sentMs = isAfter(one.sentMs, soFarMs) ? undefined : one.sentMs
  return isAfter(one.toMs, soFarMs) ? { ...one, sentMs, toMs: undefined, ...ON_ITS_WAY } : { ...one, sentMs }
}
