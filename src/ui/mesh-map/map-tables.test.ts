import { describe, expect, test } from 'vitest'
import { meshText } from '../../cli/bench/mesh-text.ts'
import { mapView } from '../../scene/index.ts'
import type { MeshMap } from '../../scene/index.ts'
import { createAnswerer } from '../../worker/answer.ts'
import { mapTables } from './map-tables.ts'

const node = (name: string, ratePerSecond: number, namespace = 'shop') => ({
  id: `${namespace}/${name}`,
  name,
  group: namespace,
  ratePerSecond,
  rules: 1,
})
const way = (ratePerSecond: number, loss?: string) => ({
  card: undefined,
  rule: 'rule 1 of cart',
  condition: '',
  to: 'v1',
  weight: undefined,
  ratePerSecond,
  loss,
})

/** web sends 40, 30 to cart of which 9 die, and 10 to users; mail stands alone. */
const MAP: MeshMap = {
  nodes: [node('web', 40), node('cart', 30), node('users', 10), node('mail', 0)],
  calls: [
    { from: 'shop/web', to: 'shop/users', ratePerSecond: 10, lostPerSecond: 0, share: 0.25, ways: [way(10)] },
    {
      from: 'shop/web',
      to: 'shop/cart',
      ratePerSecond: 30,
      lostPerSecond: 9,
      share: 0.75,
      ways: [way(21), way(9, '503 NC')],
    },
  ],
  holes: [
    { id: 'a', at: 'shop/web', to: 'shop/cart', label: '503 NC', outcome: 'nowhere', ratePerSecond: 9, share: 0.225 },
  ],
  hidden: 0,
  unasked: 0,
}

const said = (map: MeshMap) =>
  mapTables(map).map(({ caption, groups }) => [
    caption,
    ...groups.flatMap(({ rows }) => rows.map(({ head, lines }) => [head, ...lines])),
  ])

test('a row for each call, loss and service, most requests first, and what stands alone is there', () => {
  expect(said(MAP)).toEqual([
    ['Calls', ['web', ['cart', '30/s', '75 %', '503 NC, 30 %'], ['users', '10/s', '25 %', 'none lost']]],
    ['Black holes', ['web', ['503 NC', 'cart', '22.5 %', '9/s']]],
    [
      'Services',
      ['web', ['40/s', '1', 'calls 2']],
      ['cart', ['30/s', '1', 'called by 1']],
      ['users', ['10/s', '1', 'called by 1']],
      ['mail', ['0/s', '1', 'idle: no call']],
    ],
  ])
})

test('what is assumed says so', () => {
  const [web, ...others] = MAP.nodes
  if (!web) throw new Error('web is there')
  const calls = MAP.calls.map(call => ({ ...call, assumed: true as const }))
  const [first, , services] = said({ ...MAP, calls, nodes: [{ ...web, assumesTraffic: true }, ...others] })
  expect(first).toEqual([
    'Calls',
    ['web', ['cart', 'assumed 30/s', '75 %', '503 NC, 30 %'], ['users', 'assumed 10/s', '25 %', 'none lost']],
  ])
  expect(services?.[1]).toEqual(['web', ['40/s', '1', 'calls 2, sends assumed requests']])
})

test('two of the same name are told apart by their namespaces', () => {
  const services = mapTables({ ...MAP, nodes: [...MAP.nodes, node('mail', 0, 'ops')] }).at(-1)
  expect(services?.groups[0]?.rows.map(({ head }) => head)).toEqual(['web', 'cart', 'users', 'shop/mail', 'ops/mail'])
})

describe.each([20, 60])('of a mesh of %i services, and of each level of it', services => {
  const answer = createAnswerer()
  answer({ kind: 'run', id: 1, text: meshText(services), proxy: undefined, traffic: undefined, untilMs: 1000 })
  const given = answer({ kind: 'mesh-map', id: 2 })
  if (given.kind !== 'mesh-map' || !given.map) throw new Error(JSON.stringify(given))
  const { map } = given
  const views = [
    mapView(map, undefined),
    mapView(map, { kind: 'group', id: 'shop' }),
    mapView(map, { kind: 'node', id: 'shop/shop-1' }),
  ]
  test.each(views.map((view, i) => [i, view] as const))(
    'the tables hold all that view %i has, with a cell for each column',
    (_, view) => {
      const tables = mapTables(view)
      const linesOf = (caption: RegExp) =>
        tables
          .filter(each => caption.test(each.caption))
          .flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.flatMap(({ lines }) => lines)))
      expect(linesOf(/^Calls/)).toHaveLength(view.calls.length)
      expect(linesOf(/^Black holes/)).toHaveLength(view.holes.length)
      expect(linesOf(/[sS]ervices/)).toHaveLength(view.nodes.length)
      for (const { columns, groups } of tables)
        for (const { head, lines } of groups.flatMap(({ rows }) => rows))
          for (const line of lines) expect([head, ...line]).toHaveLength(columns.length)
    },
  )
})
