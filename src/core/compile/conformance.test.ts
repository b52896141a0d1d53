import { describe, expect, test } from 'vitest'
import type { ProxyId } from '../base/ids.ts'
import type { Cluster, EnvoyConfig } from '../envoy/index.ts'
import type { Mesh } from '../mesh/index.ts'
import { compileConfig } from './compile-config.ts'
import { toVirtualHostJson } from './testing/envoy-json.ts'
import { fromEnvoyCluster, meshOf, readCases } from './testing/recorded-case.ts'
import type { RecordedConfig } from './testing/recorded-case.ts'

const FAMILIES = ['1-basics', '2-match', '3-broken', '4-actions', '5-policy', '6-scope', '7-edge', 'a-corners'] as const

describe.each(FAMILIES)('what istiod wrote for %s', family => {
  const cases = readCases(family).flatMap(recorded =>
    Object.entries(recorded.callers).map(([caller, expected]) => ({ name: recorded.name, recorded, caller, expected })),
  )
  test.each(cases)('$name, $caller', ({ recorded, caller, expected }) => {
    const mesh = meshOf(recorded)
    const proxy = (caller.includes('.') ? caller : `${caller}.default`) as ProxyId
    const config = compileConfig(mesh, proxy)
    expect(virtualHostsOf(config, mesh)).toEqual(expected.routes)
    expect(clustersOf(config)).toEqual(recordedClusters(expected))
  })
})

/** The virtual hosts that come from a VirtualService, by route configuration and name. */
function virtualHostsOf(config: EnvoyConfig, mesh: Mesh) {
  const documents = new Set(mesh.virtualServices.map(({ origin }) => origin.documentId))
  const byConfig = [...config.routeConfigs.values()].map(({ name, virtualHosts }) => {
    const own = virtualHosts.filter(({ origin }) => origin && documents.has(origin.documentId))
    return [name, Object.fromEntries(own.map(host => [host.name, toVirtualHostJson(host)]))] as const
  })
  return Object.fromEntries(byConfig.filter(([, hosts]) => Object.keys(hosts).length > 0))
}

/** The clusters that a DestinationRule takes part in, as far as it decides them. */
function clustersOf(config: EnvoyConfig) {
  const own = [...config.clusters.values()].filter(cluster => cluster.destinationRuleOrigin)
  return Object.fromEntries(own.map(cluster => [cluster.name, decidedParts(cluster)]))
}

function decidedParts({ type, lbPolicy, connectTimeoutMs, limits, outlierDetection }: Cluster) {
  return { type, lbPolicy, connectTimeoutMs, limits, outlierDetection }
}

function recordedClusters({ clusters }: RecordedConfig) {
  return Object.fromEntries(Object.entries(clusters).map(([name, cluster]) => [name, fromEnvoyCluster(cluster)]))
}
