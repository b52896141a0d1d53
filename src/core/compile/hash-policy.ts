import { parseDuration } from '../base/duration.ts'
import type { Hostname } from '../base/ids.ts'
import type { HashPolicy } from '../envoy/index.ts'
import type { MeshService } from '../mesh/index.ts'
import type { LoadBalancer, TrafficPolicy } from '../resources/index.ts'
import type { ConsolidatedRule } from './consolidated-rule.ts'

type ConsistentHash = NonNullable<LoadBalancer['consistentHash']>

/** What the routes ask DestinationRules: by what requests to a destination are hashed. */
export interface HashLookup {
  /** Of a rule's destination; its port counts only where the rule names it. */
  readonly forDestination: (
    hostname: Hostname,
    subset: string | undefined,
    port: number | undefined,
  ) => HashPolicy | undefined
  /** Of a service that no VirtualService has routes for. */
  readonly forService: (hostname: Hostname, port: number) => HashPolicy | undefined
}

/**
 * Looks hashes up. They are not resolved as the rest of a policy: a port's entry that has no hash leaves that of the rule
 * in place. Istio, route.go, HashForHTTPDestination and hashForService [C100].
 */
export function createHashLookup(
  services: ReadonlyMap<Hostname, MeshService>,
  ruleFor: (service: MeshService) => ConsolidatedRule | undefined,
): HashLookup {
  const find = (hostname: Hostname): ConsolidatedRule | undefined => {
    const service = services.get(hostname)
    return service && ruleFor(service)
  }
  return {
    forDestination(hostname, subsetName, port) {
      const rule = find(hostname)
      if (!rule) return undefined
      const subset = rule.subsets.find(({ subset: { name } }) => name === (subsetName ?? ''))?.subset.trafficPolicy
      const hash =
        portHash(subset, port) ??
        subset?.loadBalancer?.consistentHash ??
        portHash(rule.trafficPolicy, port) ??
        rule.trafficPolicy?.loadBalancer?.consistentHash
      return hash && toHashPolicy(hash)
    },
    forService(hostname, port) {
      const policy = find(hostname)?.trafficPolicy
      const hash = portHash(policy, port) ?? policy?.loadBalancer?.consistentHash
      return hash && toHashPolicy(hash)
    },
  }
}

function portHash(policy: TrafficPolicy | undefined, port: number | undefined): ConsistentHash | undefined {
  if (port === undefined) return undefined
  return policy?.portLevelSettings.find(entry => entry.port === port)?.loadBalancer?.consistentHash
}

/** Istio, route.go, ConsistentHashToHashPolicy. */
function toHashPolicy({ key, name, ttl, path }: ConsistentHash): HashPolicy {
  switch (key) {
    case 'cookie':
      return { kind: 'cookie', name, path: path ?? '', ttlMs: ttl === undefined ? undefined : parseDuration(ttl) }
    case 'sourceIp':
      return { kind: 'sourceIp' }
    default:
      return { kind: key, name }
  }
}
