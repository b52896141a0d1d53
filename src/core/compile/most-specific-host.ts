import type { Hostname } from '../base/ids.ts'
import { isCoveredBy, isWildcard } from '../mesh/index.ts'

/** Entries by host, found by the most specific one: the exact host, else the longest wildcard that covers it. */
export interface HostTable<T> {
  readonly exact: Map<Hostname, T>
  readonly wildcards: Map<Hostname, T>
}

export const createHostTable = <T>(): HostTable<T> => ({ exact: new Map(), wildcards: new Map() })

/** The part of a table that a host belongs to. */
export const partFor = <T>(table: HostTable<T>, host: Hostname): Map<Hostname, T> =>
  isWildcard(host) ? table.wildcards : table.exact

/** The entry of the most specific host that covers `host`. Istio, MostSpecificHostMatch [A5]. */
export function findMostSpecific<T>(table: HostTable<T>, host: Hostname): T | undefined {
  const exact = table.exact.get(host)
  if (exact !== undefined) return exact
  let best: Hostname | undefined
  for (const wildcard of table.wildcards.keys()) {
    if (isCoveredBy(host, wildcard) && (best === undefined || wildcard.length > best.length)) best = wildcard
  }
  return best === undefined ? undefined : table.wildcards.get(best)
}
