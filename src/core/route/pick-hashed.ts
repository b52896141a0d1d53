import type { Endpoint } from '../envoy/index.ts'
import type { Connection, ReadyCluster } from './course.ts'
import type { HashTable } from './hash/hash-table.ts'
import type { RequestHash } from './hash/request-hash.ts'
import { failuresAlike } from './transport.ts'

/** Further places that are looked at where the pods that were tried are avoided; Istio writes it on every route. */
const MORE_PLACES = 5

/**
 * The endpoint that a hash leads to; where nothing was hashed one is drawn, by its share of all hashes. With `tried`, the
 * next places are looked at for a pod that is not among them. Envoy, thread_aware_lb_impl.cc, LoadBalancerImpl::chooseHost.
 */
export function pickHashed(
  { chance }: Connection,
  ready: ReadyCluster,
  table: HashTable,
  { hash }: RequestHash,
  tried: ReadonlySet<Endpoint | undefined> | undefined,
): Endpoint | undefined {
  if (hash !== undefined) return walk(table, hash, tried)
  const { healthy } = ready
  const shares = table.shares.map((share, i) => (tried?.has(healthy[i]) ? 0 : share))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const possible = total > 0 ? shares : table.shares
  return possible.filter(share => share > 0).length > 1
    ? healthy[chance.choose(possible, total > 0 ? total : 1, failuresAlike(ready, healthy))]
    : healthy[possible.findIndex(share => share > 0)]
}

function walk(
  table: HashTable,
  hash: bigint,
  tried: ReadonlySet<Endpoint | undefined> | undefined,
): Endpoint | undefined {
  let found = table.find(hash, 0)
  for (let i = 1; tried?.has(found) && i <= MORE_PLACES; i++) found = table.find(hash, i)
  return found
}
