import type { Hostname } from '../base/ids.ts'
import type { MeshService } from '../mesh/index.ts'
import type { Caller } from './caller.ts'

/** What the routes for one listener port are made with. */
export interface RouteContext {
  readonly caller: Caller
  readonly port: number
  readonly clusterDomain: string
  readonly services: ReadonlyMap<Hostname, MeshService>
  /** Whether the policy of a destination hashes, so that retries stay with the host [C47]. */
  readonly isHashed: (hostname: Hostname, subset: string | undefined, port: number | undefined) => boolean
}
