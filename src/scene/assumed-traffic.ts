import type { World } from '../core/pipeline/index.ts'
import type { Client } from '../core/simulate/index.ts'

export interface AssumedTraffic {
  /** In words. */
  readonly because: string
  /** Whether a Scenario with it can be put into the text. */
  readonly writable: boolean
}

/** Why a client is taken to send what it sends; undefined: a Scenario says so, or the user. */
export function assumedTraffic(
  { scenario, traffic, trafficFrom }: Pick<World, 'scenario' | 'traffic' | 'trafficFrom'>,
  client: Client,
): AssumedTraffic | undefined {
  if (scenario?.traffic?.clients.includes(client)) return undefined
  const isGiven = traffic.clients.includes(client)
  if (!isGiven && !trafficFrom(client.proxy).clients.includes(client)) return undefined
  return {
    because: `${scenario ? 'The Scenario does not say' : 'Nothing in the text says'} what it sends.`,
    writable: isGiven && !scenario,
  }
}
