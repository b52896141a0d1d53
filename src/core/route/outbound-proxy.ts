import type { ProxyId } from '../base/ids.ts'
import type { ClusterName } from '../base/ids.ts'
import type { Endpoint, EnvoyConfig } from '../envoy/index.ts'
import { addressAndPort } from './hash/hash-table.ts'
import type { EndpointName } from './hash/hash-table.ts'
import { createHashTables } from './hash/hash-tables.ts'
import type { HashTables } from './hash/hash-tables.ts'

/** What one proxy's requests have in common beside its configuration. */
export interface OutboundProxy {
  readonly name: ProxyId
  /** Of the caller, as hashes by source address see it. */
  readonly sourceAddress: string | undefined
  readonly tables: HashTables
  /** What a pod of a namespace is told of the caller's certificate. */
  readonly certificateFor: (namespace: string) => string
  /** The ready pods that a connection to an address ends at, where the mesh knows it: a pod's own, a Service's. */
  readonly behind: (address: string, port: number) => readonly Endpoint[]
  /** Why Envoy does not accept a cluster of that name, where it was sent one. */
  readonly refused: (cluster: ClusterName) => string | undefined
}

/** For who reaches pods by other addresses than the mesh says; keys land elsewhere then. */
export interface Hashing {
  readonly nameOf?: EndpointName
  readonly sourceAddress?: string
}

export function createOutboundProxy(config: EnvoyConfig, hashing: Hashing = {}): OutboundProxy {
  return {
    name: config.proxy,
    sourceAddress: hashing.sourceAddress ?? config.sourceAddress,
    tables: createHashTables(hashing.nameOf ?? addressAndPort),
    certificateFor: createCertificates(config.proxy),
    behind: createEndpointFinder(config),
    refused: cluster => config.clusters.get(cluster)?.refusal,
  }
}

function createCertificates(caller: ProxyId): OutboundProxy['certificateFor'] {
  const identity = (namespace: string) => `spiffe://cluster.local/ns/${namespace}/sa/default`
  const own = identity(caller.slice(caller.lastIndexOf('.') + 1))
  const known = new Map<string, string>()
  return namespace => {
    const certificate = known.get(namespace) ?? `By=${identity(namespace)};Hash=…;Subject="";URI=${own}`
    known.set(namespace, certificate)
    return certificate
  }
}

/** Indexes nothing before it is asked: most proxies never send anything past what they know. */
function createEndpointFinder({ clusters, dns }: EnvoyConfig): OutboundProxy['behind'] {
  let pods: ReadonlyMap<string, readonly Endpoint[]> | undefined
  let names: ReadonlyMap<string, readonly string[]> | undefined
  return (address, port) => {
    pods ??= group([...clusters.values()].flatMap(({ endpoints }) => endpoints.map(one => [one.address, one] as const)))
    const atPod = pods.get(address)
    if (atPod) return [atPod.find(one => one.port === port) ?? atPod[0]].flatMap(one => one ?? [])
    names ??= group([...dns].flatMap(([name, { addresses }]) => addresses.map(one => [one, name] as const)))
    for (const name of names.get(address) ?? []) {
      const cluster = clusters.get(`outbound|${String(port)}||${name}` as ClusterName)
      if (cluster) return cluster.endpoints.filter(({ healthy }) => healthy)
    }
    return []
  }
}

function group<T>(pairs: readonly (readonly [key: string, value: T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const [key, value] of pairs) {
    const known = groups.get(key)
    if (known) known.push(value)
    else groups.set(key, [value])
  }
  return groups
}
