import { expect, test } from 'vitest'
import { toProxyId } from '../base/ids.ts'
import type { EnvoyConfig } from '../envoy/index.ts'
import type { Router } from '../route/index.ts'
import { propagate } from './propagate.ts'

const PROXIES = [toProxyId('a', 'default'), toProxyId('b', 'default')]

/** A proxy's configuration, told apart by the names of its one cluster and its one list of routes. */
const configured = (clusters: string, routes: string, refusal?: object) => () =>
  ({
    config: {
      proxy: 'a.default',
      kind: 'sidecar',
      listeners: [],
      dns: new Map(),
      clusters: new Map([[clusters, { name: clusters, endpoints: [] }]]),
      routeConfigs: new Map([['80', { name: routes, virtualHosts: [], ...(refusal && { refusal }) }]]),
    },
  }) as unknown as Router
const before = configured('before', 'before')

const namesOf = ({ clusters, routeConfigs }: EnvoyConfig) => [
  ...clusters.keys(),
  ...[...routeConfigs.values()].map(({ name }) => name),
]

function told(...applied: readonly (readonly [atMs: number, routerFor: () => Router])[]) {
  const changes = applied.map(([atMs, routerFor]) => ({ atMs, routerFor, label: String(atMs) }))
  return propagate(before, changes, PROXIES, 7)
}

test('a change waits for 100 ms of quiet, then reaches each proxy at a moment of its own', () => {
  const moments = told([1000, configured('now', 'now')]).map(({ atMs }) => atMs)
  expect(moments).toHaveLength(4)
  for (const moment of moments) expect(moment).toBeGreaterThanOrEqual(1110)
  for (const moment of moments) expect(moment).toBeLessThanOrEqual(1170)
  expect(new Set(moments).size).toBe(4)
  expect(moments).toEqual([...moments].sort((x, y) => x - y))
})

test('changes close together are one push of the last of them, others are pushes of their own', () => {
  const labels = told([0, before], [80, before], [170, before], [400, configured('now', 'now')]).map(
    ({ label }) => label,
  )
  expect([...new Set(labels)]).toEqual(['0, 80, 170', '400'])
})

test('changes that never stop are pushed after 10 s', () => {
  const many = Array.from({ length: 300 }, (_, i) => [i * 50, before] as const)
  const pushed = told(...many).filter(({ proxy }) => proxy === PROXIES[0])
  // Clusters and routes of two pushes: what came by 10,000 ms, and the rest.
  expect(pushed).toHaveLength(4)
  expect(Math.floor((pushed[0]?.atMs ?? 0) / 100)).toBe(100)
})

test('clusters come before routes', () => {
  const ofA = told([0, configured('now', 'now')]).filter(({ proxy }) => proxy === PROXIES[0])
  const names = ofA.map(({ routerFor }) => namesOf(routerFor(toProxyId('a', 'default')).config))
  expect(names).toEqual([
    ['now', 'before'],
    ['now', 'now'],
  ])
})

test('refused routes leave a proxy with the ones that it had', () => {
  const last = told([0, configured('now', 'refused', { because: 'no' })]).at(-1)
  expect(last && namesOf(last.routerFor(toProxyId('a', 'default')).config)).toEqual(['now', 'before'])
})

test('the same seed gives the same moments, another one others', () => {
  const moments = (seed: number) =>
    propagate(before, [{ atMs: 0, routerFor: before, label: '' }], PROXIES, seed).map(({ atMs }) => atMs)
  expect(moments(1)).toEqual(moments(1))
  expect(moments(1)).not.toEqual(moments(2))
})
