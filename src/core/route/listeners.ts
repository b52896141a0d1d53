import type { EnvoyConfig, Listener } from '../envoy/index.ts'

/** Takes what no other listener takes. */
export const CATCH_ALL = 'virtualOutbound'

export type ListenerFinder = (address: string, port: number) => Listener | undefined

/**
 * Chooses the listener by original destination: the address and port, then any address at that port, then the catch-all.
 * Envoy, listener filter original_dst and ListenerManager's lookup [P1].
 */
export function indexListeners(config: EnvoyConfig): ListenerFinder {
  const byPort = new Map<number, Map<string, Listener>>()
  for (const listener of config.listeners) {
    if (listener.name === CATCH_ALL) continue
    const addresses = byPort.get(listener.port) ?? new Map<string, Listener>()
    byPort.set(listener.port, addresses)
    if (!addresses.has(listener.address)) addresses.set(listener.address, listener)
  }
  const catchAll = config.listeners.find(listener => listener.name === CATCH_ALL)
  return (address, port) => {
    const addresses = byPort.get(port)
    return addresses?.get(address) ?? addresses?.get('0.0.0.0') ?? catchAll
  }
}
