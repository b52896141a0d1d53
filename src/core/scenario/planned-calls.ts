import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { ScenarioResource } from '../resources/index.ts'
import { meaningsOf } from './names.ts'
import type { Named } from './names.ts'
import { requestsOf, toHttpRequest } from './requests-of.ts'

/** A call that a Scenario wants made, whether the text holds both ends or not. */
export interface PlannedCall {
  /** Undefined: from outside, or nobody is named. */
  readonly caller: Named | undefined
  readonly host: string
  readonly port: number
  /** The client. */
  readonly origin: Origin
}

/** What short texts have to be completed for: each client's calls. `a.b` is `a` of namespace `b` here. */
export function plannedCalls(scenario: ScenarioResource): readonly PlannedCall[] {
  return scenario.spec.clients.flatMap(client => {
    const caller = client.from === undefined ? undefined : meaningsOf(client.from, scenario).at(-1)
    const origin = below(scenario.origin, ...client.path)
    return requestsOf(client).flatMap(one => {
      const request = toHttpRequest(one)
      return 'error' in request ? [] : [{ caller, host: request.dialHost, port: request.dialPort, origin }]
    })
  })
}
