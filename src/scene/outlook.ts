import { enumerateOutcomes } from '../core/route/index.ts'
import type { Decision, Router } from '../core/route/index.ts'
import type { Client, RequestClass, Traffic } from '../core/simulate/index.ts'
import type { ProxyId } from '../core/base/ids.ts'

/** One thing that may become of the requests in view, and for which share of them it does. */
export interface Expected {
  readonly probability: number
  readonly decision: Decision
  readonly requestClass: RequestClass
}

/** Clients that send through this proxy. */
export const clientsOf = (traffic: Traffic, proxy: ProxyId): readonly Client[] =>
  traffic.clients.filter(client => client.proxy === proxy && client.ratePerSecond > 0)

/** Classes of these clients with their share of all requests in view. */
export function classShares(clients: readonly Client[]): readonly { requestClass: RequestClass; share: number }[] {
  const rate = clients.reduce((sum, client) => sum + client.ratePerSecond, 0)
  return clients.flatMap(client => {
    const total = client.classes.reduce((sum, each) => sum + each.weight, 0)
    if (total <= 0) return []
    return client.classes.map(requestClass => ({
      requestClass,
      share: (requestClass.weight / total) * (client.ratePerSecond / rate),
    }))
  })
}

/** Every outcome of every class with its exact probability; they sum to 1 unless there is no traffic. */
export function expect(clients: readonly Client[], router: Router): readonly Expected[] {
  return classShares(clients)
    .filter(({ share }) => share > 0)
    .flatMap(({ requestClass, share }) =>
      enumerateOutcomes(router, requestClass.request).map(({ probability, decision }) => ({
        probability: probability * share,
        decision,
        requestClass,
      })),
    )
}
