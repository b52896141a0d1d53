import type { Endpoint } from '../../envoy/index.ts'
import type { EndpointName, HashTable } from './hash-table.ts'
import { toNormalizedWeights } from './normalized-weights.ts'
import { xxHash64 } from './xx-hash-64.ts'

/** Envoy's default; a prime. */
const DEFAULT_SIZE = 65_537

interface Row {
  readonly index: number
  readonly name: string
  readonly offset: number
  readonly skip: number
  readonly weight: number
  target: number
  next: number
}

/**
 * The table: endpoints take its places in turn, each in an order of its own; a hash modulo the size leads to a place.
 * Envoy, maglev_lb.cc, MaglevTable::constructImplementationInternals; a retry rehashes with the attempt.
 */
export function createMaglevTable(
  endpoints: readonly Endpoint[],
  size: number | undefined,
  nameOf: EndpointName,
): HashTable {
  const places = fill(endpoints, size ?? DEFAULT_SIZE, nameOf)
  const modulus = BigInt(places.length)
  return {
    find(hash, attempt) {
      const key = attempt > 0 ? hash ^ (ALL_ONES - BigInt(attempt) + 1n) : hash
      return endpoints[places[Number(key % modulus)] ?? 0]
    },
    get shares() {
      const counts = endpoints.map(() => 0)
      for (const index of places) counts[index] = (counts[index] ?? 0) + 1
      return counts.map(count => count / places.length)
    },
  }
}

const ALL_ONES = (1n << 64n) - 1n

function fill(endpoints: readonly Endpoint[], size: number, nameOf: EndpointName): Int32Array {
  const rows = toRows(endpoints, size, nameOf)
  const greatest = Math.max(...rows.map(({ weight }) => weight))
  const places = new Int32Array(size).fill(-1)
  let filled = 0
  for (let round = 1; filled < size; round++) {
    for (const row of rows) {
      if (filled === size) break
      if (round * row.weight < row.target) continue
      row.target += greatest
      places[freePlace(row, places)] = row.index
      filled++
    }
  }
  return places
}

function toRows(endpoints: readonly Endpoint[], size: number, nameOf: EndpointName): readonly Row[] {
  const weights = toNormalizedWeights(endpoints)
  const rows = endpoints.map((endpoint, index) => {
    const name = nameOf(endpoint)
    return {
      index,
      name,
      offset: Number(xxHash64(name) % BigInt(size)),
      skip: Number(xxHash64(name, 1) % BigInt(size - 1)) + 1,
      weight: weights[index] ?? 0,
      target: 0,
      next: 0,
    }
  })
  return rows.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** The row's next place that nobody has. */
function freePlace(row: Row, places: Int32Array): number {
  for (;;) {
    const place = (row.offset + row.skip * row.next) % places.length
    row.next++
    if (places[place] === -1) return place
  }
}
