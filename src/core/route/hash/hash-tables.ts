import type { Cluster, Endpoint } from '../../envoy/index.ts'
import { createHashRing } from './hash-ring.ts'
import type { EndpointName, HashTable } from './hash-table.ts'
import { createMaglevTable } from './maglev-table.ts'

export type HashTables = (cluster: Cluster, healthy: readonly Endpoint[]) => HashTable | undefined

/** Rings and tables of clusters that hash, each made when first asked for: few of a mesh's clusters are ever called. */
export function createHashTables(nameOf: EndpointName): HashTables {
  const made = new WeakMap<readonly Endpoint[], HashTable>()
  return (cluster, healthy) => {
    const known = made.get(healthy)
    if (known) return known
    const create = { RING_HASH: createHashRing, MAGLEV: createMaglevTable }[cluster.lbPolicy as string]
    if (!create || healthy.length === 0) return undefined
    const table = create(healthy, cluster.ringSize, nameOf)
    made.set(healthy, table)
    return table
  }
}
