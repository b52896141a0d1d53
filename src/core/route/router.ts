import type { EnvoyConfig } from '../envoy/index.ts'
import type { Chance } from './chance.ts'
import type { Decision } from './decision.ts'
import type { Forwarding } from './forwarding.ts'
import type { HttpRequest } from './request.ts'
import type { Trace, TraceStep } from './trace.ts'

/** One proxy's configuration made ready: domains indexed, expressions compiled. */
export interface Router {
  readonly config: EnvoyConfig
  decide(request: HttpRequest, chance: Chance): Decision
  /**
   * As far as the proxy gets by itself: its own answer, or what it is about to send to a cluster. Whoever goes on from there
   * (`concludeForwarding`) knows what is in flight, and what time it is. With `steps`, each step so far is told.
   */
  begin(request: HttpRequest, chance: Chance, steps?: TraceStep[]): Decision | Forwarding
  /** The same decision for the same chance, with every step of the way. */
  explain(request: HttpRequest, chance: Chance): { readonly decision: Decision; readonly trace: Trace }
}
