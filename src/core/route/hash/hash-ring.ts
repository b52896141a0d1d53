import type { Endpoint } from '../../envoy/index.ts'
import type { EndpointName, HashTable } from './hash-table.ts'
import { toNormalizedWeights } from './normalized-weights.ts'
import { xxHash64 } from './xx-hash-64.ts'

/** Istio writes this least size where the rule names none, and it is Envoy's own [E27]. */
const LEAST_SIZE = 1024
/** Envoy's is 8,388,608; so large a ring would only take its time. */
const GREATEST_SIZE = 131_072

interface Entry {
  readonly hash: bigint
  readonly index: number
}

/**
 * The ring: every endpoint stands on it many times, by its weight; a hash leads to the next one clockwise. Envoy,
 * ring_hash_lb.cc, RingHashLoadBalancer::Ring.
 */
export function createHashRing(
  endpoints: readonly Endpoint[],
  leastSize: number | undefined,
  nameOf: EndpointName,
): HashTable {
  const entries = placeEntries(endpoints, leastSize ?? LEAST_SIZE, nameOf)
  const at = (place: number) => endpoints[entries[place % entries.length]?.index ?? 0]
  return {
    find: (hash, attempt) => at(findPlace(entries, hash) + attempt),
    get shares() {
      return arcs(entries, endpoints.length)
    },
  }
}

function placeEntries(endpoints: readonly Endpoint[], leastSize: number, nameOf: EndpointName): readonly Entry[] {
  const weights = toNormalizedWeights(endpoints)
  const least = Math.min(...weights)
  const scale = Math.min(Math.ceil(least * leastSize) / least, GREATEST_SIZE)
  const entries: Entry[] = []
  let target = 0
  for (const [index, endpoint] of endpoints.entries()) {
    target += scale * (weights[index] ?? 0)
    const name = nameOf(endpoint)
    for (let i = 0; entries.length < target; i++) entries.push({ hash: xxHash64(`${name}_${String(i)}`), index })
  }
  return entries.sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
}

/** The first entry at or above the hash, by halving; past the last one it is the first. */
function findPlace(entries: readonly Entry[], hash: bigint): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle]?.hash ?? 0n) < hash) low = middle + 1
    else high = middle
  }
  return low
}

/** An entry is for all hashes from the one before it. */
function arcs(entries: readonly Entry[], count: number): readonly number[] {
  const shares = Array.from({ length: count }, () => 0)
  let before = (entries.at(-1)?.hash ?? 0n) - FULL_TURN
  for (const { hash, index } of entries) {
    shares[index] = (shares[index] ?? 0) + Number(hash - before) / Number(FULL_TURN)
    before = hash
  }
  return shares
}

const FULL_TURN = 1n << 64n
