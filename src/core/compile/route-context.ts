import type { Hostname } from '../base/ids.ts'
import type { MeshService } from '../mesh/index.ts'
import type { CallerTraits } from './caller.ts'
import type { HashLookup } from './hash-policy.ts'

/** What the routes for one listener port are made with. */
export interface RouteContext {
  readonly caller: CallerTraits
  readonly port: number
  /** At a gateway: the one that the routes are for (`ns/name`), and whether its server has TLS settings. */
  readonly gateway?: { readonly key: string; readonly hasTls: boolean }
  readonly clusterDomain: string
  readonly services: ReadonlyMap<Hostname, MeshService>
  /** By what requests to a destination are hashed; then retries stay with the host [C47]. */
  readonly hashes: HashLookup
}
