import type { EnvoyConfig } from '../envoy/index.ts'
import type { Chance } from './chance.ts'
import type { Decision } from './decision.ts'
import type { HttpRequest } from './request.ts'
import type { Trace } from './trace.ts'

/** One proxy's configuration made ready: domains indexed, expressions compiled. */
export interface Router {
  readonly config: EnvoyConfig
  decide(request: HttpRequest, chance: Chance): Decision
  /** The same decision for the same chance, with every step of the way. */
  explain(request: HttpRequest, chance: Chance): { readonly decision: Decision; readonly trace: Trace }
}
