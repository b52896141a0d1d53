import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { toClusterJson, toVirtualHostJson } from '../../core/envoy/index.ts'
import type { EnvoyConfig, Json, VirtualHost } from '../../core/envoy/index.ts'
import { createPipeline } from '../../core/pipeline/index.ts'
import { parseCaller } from '../caller.ts'
import { createOverlay } from './overlay.ts'
import { readFamilies, readText } from './read-corpus.ts'

const FAMILIES = [
  '1-basics',
  '2-match',
  '3-broken',
  '4-actions',
  '5-policy',
  '6-scope',
  '7-edge',
  '8-gateway-api',
  '9-mtls',
  'a-corners',
]

/** What istiod wrote for a caller because of a case, by route configuration and virtual host, and by cluster. */
interface Recorded {
  readonly routes: Readonly<Record<string, Readonly<Record<string, Json>>>>
  readonly clusters: Readonly<Record<string, Json>>
}

const corpus = fileURLToPath(new URL('../cases/', import.meta.url))
const overlay = createOverlay(readText(`${corpus}world.yaml`))

test('every recorded family is compared', () => {
  const recorded = readdirSync(`${corpus}envoy`).map(file => file.replace('.json.gz', ''))
  expect(recorded.sort()).toEqual(FAMILIES)
})

describe.each(FAMILIES)('what istiod wrote for %s', family => {
  const recorded = JSON.parse(readText(`${corpus}envoy/${family}.json.gz`)) as Record<string, Record<string, Recorded>>
  const [cases] = readFamilies(`${corpus}cases/${family}.yaml`, `${corpus}expected`)
  const calls = (cases?.cases ?? []).flatMap(({ name, config }) =>
    Object.entries(recorded[name] ?? {}).map(([caller, expected]) => ({ name, config, caller, expected })),
  )

  test.each(calls)('$name, $caller', ({ config, caller, expected }) => {
    const world = createPipeline().run(overlay(config))
    const compiled = world.configFor(parseCaller(caller))
    const rules = new Set(
      world.resources
        .filter(({ kind }) => kind === 'VirtualService' || kind === 'HTTPRoute')
        .map(({ origin }) => origin.documentId),
    )
    const isFromRule = ({ origin }: VirtualHost) => origin !== undefined && rules.has(origin.documentId)
    expect(virtualHostsOf(compiled, isFromRule)).toEqual(byName(expected.routes))
    expect(clustersOf(compiled)).toEqual(expected.clusters)
  })
})

/** Conditions on query parameters by name: istiod writes them in no order of its own. */
function byName(routes: Recorded['routes']): unknown {
  const sorted = (conditions: readonly { readonly name: string }[]) =>
    [...conditions].sort((a, b) => a.name.localeCompare(b.name))
  return JSON.parse(JSON.stringify(routes), (key, value: unknown) =>
    key === 'queryParameters' ? sorted(value as readonly { readonly name: string }[]) : value,
  )
}

/** The virtual hosts that a rule causes. Recordings know them by name and leave out what every one of them has. */
function virtualHostsOf(config: EnvoyConfig, isFromRule: (virtualHost: VirtualHost) => boolean) {
  const byConfig = [...config.routeConfigs.values()].map(({ name, virtualHosts }) => {
    const own = virtualHosts.filter(isFromRule)
    return [name, Object.fromEntries(own.map(one => [one.name, trimVirtualHost(toVirtualHostJson(one))]))] as const
  })
  return Object.fromEntries(byConfig.filter(([, hosts]) => Object.keys(hosts).length > 0))
}

/** The clusters that a DestinationRule takes part in. */
function clustersOf(config: EnvoyConfig) {
  const own = [...config.clusters.values()].filter(cluster => cluster.destinationRuleOrigin)
  return Object.fromEntries(own.map(cluster => [cluster.name, trimCluster(toClusterJson(cluster))]))
}

function trimVirtualHost(json: Json): Json {
  const { name: _name, includeRequestAttemptCount: _count, requireTls: _tls, ...rest } = json
  const routes = (rest['routes'] as readonly Json[] | undefined)?.map(route => {
    const action = route['route'] as Json | undefined
    if (!action) return route
    const { maxGrpcTimeout: _timeout, ...others } = action
    return { ...route, route: others }
  })
  return { ...rest, ...(routes && { routes }) }
}

/** Left out of the recordings: the name, what EDS, TLS and HTTP options are, and Istio's own connect timeout. */
function trimCluster(json: Json): Json {
  const left = new Set(['name', 'edsClusterConfig', 'metadata', 'transportSocket', 'transportSocketMatches'])
  return Object.fromEntries(
    Object.entries(json).filter(([key, value]) => !left.has(key) && !(key === 'connectTimeout' && value === '10s')),
  )
}
