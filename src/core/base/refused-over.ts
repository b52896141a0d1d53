import { isWithin } from './origin.ts'
import type { Origin } from './origin.ts'

interface Placed {
  readonly origin: Origin
}

/** The refused resource of the text, for an origin in what the cluster keeps of it. */
export function refusedOver<Refused extends Placed>(
  kept: ReadonlyMap<Refused, Placed>,
  origin: Origin | undefined,
): Refused | undefined {
  if (!origin || kept.size === 0) return undefined
  for (const [refused, earlier] of kept) if (isWithin(origin, earlier.origin)) return refused
  return undefined
}
