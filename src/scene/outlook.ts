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
  traffic.clients.filter(client => client.proxy === proxy && weightOf(client) > 0)

/** How many send at a time without a rate: callers in a loop, or all of a burst. */
export const atOnceOf = ({ load }: Client): number =>
  load?.kind === 'loop' ? load.concurrency : load?.kind === 'burst' ? load.size : 0

/** What a client's requests count for among those of others: its rate; without one, those at a time. */
const weightOf = (client: Client): number => (client.ratePerSecond > 0 ? client.ratePerSecond : atOnceOf(client))

/** Classes of these clients with their share of all requests in view. */
export function classShares(clients: readonly Client[]): readonly { requestClass: RequestClass; share: number }[] {
  const all = clients.reduce((sum, client) => sum + weightOf(client), 0)
  return clients.flatMap(client => {
    const total = client.classes.reduce((sum, each) => sum + each.weight, 0)
    if (total <= 0) return []
    return client.classes.map(requestClass => ({
      requestClass,
      share: (requestClass.weight / total) * (weightOf(client) / all),
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
