import { expect, test } from 'vitest'
import * as canary from '../testing/canary.ts'
import { groupedBy, groupingsOf } from './groupings.ts'
import { mapView } from './map-view.ts'
import type { MapNode, MeshMap } from './mesh-map.ts'
import { meshMapOf } from './mesh-map-of.ts'

const node = (group: string, name: string, application?: string): MapNode => ({
  id: `${group}/${name}`,
  name,
  group,
  ...(application !== undefined && { application }),
  ratePerSecond: 1,
  rules: 1,
})
const mapOf = (...nodes: readonly MapNode[]): MeshMap => ({ nodes, calls: [], holes: [], hidden: 0, unasked: 0 })

test('by namespace where there are several, by application where these are others and hold several services', () => {
  const labelled = [node('a', 'w', 'x'), node('a', 'v', 'y'), node('b', 'u', 'x'), node('b', 't', 'y')]
  expect(groupingsOf(mapOf(...labelled))).toEqual(['namespace', 'application'])
  expect(groupingsOf(mapOf(...labelled.map(each => ({ ...each, group: 'a' }))))).toEqual(['application'])
  // Each by itself, and all in one.
  expect(groupingsOf(mapOf(node('a', 'w', 'w'), node('a', 'v'), node('b', 'u', 'u')))).toEqual(['namespace'])
  expect(groupingsOf(mapOf(node('a', 'w', 'x'), node('a', 'v', 'x')))).toEqual([])
  // The same groups under other names are no choice.
  const same = [node('a', 'w', 'x'), node('a', 'v', 'x'), node('b', 'u', 'y'), node('b', 't', 'y')]
  expect(groupingsOf(mapOf(...same))).toEqual(['namespace'])
})

test('of 50 services of two applications in one namespace a card each, with all that comes to them', () => {
  const nodes = Array.from({ length: 50 }, (_, i) => node('default', `s${String(i)}`, i < 30 ? 'shop' : 'bank'))
  const call = { from: 'default/s0', to: 'default/s49', ratePerSecond: 8, lostPerSecond: 0, share: 1, ways: [] }
  const view = mapView(groupedBy({ ...mapOf(...nodes), calls: [call] }, 'application'), undefined)
  expect(view.nodes.map(({ id, members, ratePerSecond }) => [id, members, ratePerSecond])).toEqual([
    ['shop', 30, 0],
    ['bank', 20, 8],
  ])
  expect(view.calls.map(({ from, to }) => [from, to])).toEqual([['shop', 'bank']])
})

test('the application is what a Service is part of, else the app of its pods', () => {
  const ratings = canary
    .service('ratings')
    .replace('{ name: ratings }', '{ name: ratings, labels: { app.kubernetes.io/part-of: bookinfo } }')
  const world = canary.worldOf(canary.BROKEN + ratings + canary.deployment('ratings-v1', 'v1', 1, 'ratings'))
  const { nodes } = meshMapOf(world, { seed: 1, clients: [] })
  expect(nodes.map(({ name, application }) => [name, application])).toEqual([
    ['ratings', 'bookinfo'],
    ['reviews', 'reviews'],
  ])
})
