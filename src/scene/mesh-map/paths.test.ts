import { describe, expect, test } from 'vitest'
import { mapView } from './map-view.ts'
import type { MapCall, MeshMap } from './mesh-map.ts'
import { MOST_WAYS, reached, waysBetween } from './paths.ts'

const call = (from: string, to: string, share = 0.5): MapCall => ({
  from,
  to,
  share,
  ratePerSecond: 10,
  lostPerSecond: 0,
  ways: [],
})
const node = (id: string) => ({ id, name: id, group: 'a', ratePerSecond: 10, rules: 0 })

/** a calls b, c and d; these lead to e: d by a way round, and e calls b back. */
const calls = [
  call('a', 'b', 0.2),
  call('a', 'c', 0.3),
  call('a', 'd', 0.5),
  call('b', 'e', 1),
  call('c', 'e', 1),
  call('d', 'f', 1),
  call('f', 'e', 1),
  call('e', 'b', 0.1),
]

const names = (way: readonly MapCall[]) => [way[0]?.from, ...way.map(({ to }) => to)].join(' ')

describe('the way of a request through the map', () => {
  test('fewest calls first, then the one whose least share is greatest; none through a service twice', () => {
    expect(waysBetween({ calls }, 'a', 'e').map(names)).toEqual(['a c e', 'a b e', 'a d f e'])
  })

  test('where no call leads there is none, nor from a service to itself', () => {
    expect(waysBetween({ calls }, 'e', 'a')).toEqual([])
    expect(waysBetween({ calls }, 'a', 'a')).toEqual([])
  })

  test('all who reach a service and all that it reaches, however far', () => {
    expect([...reached({ calls }, 'e', 'callers')].sort()).toEqual(['a', 'b', 'c', 'd', 'f'])
    expect([...reached({ calls }, 'd', 'callees')].sort()).toEqual(['b', 'e', 'f'])
  })

  test('of very many only the first are told', () => {
    const ladder = Array.from({ length: 12 }, (_, i) =>
      ['x', 'y'].flatMap(side => ['x', 'y'].map(next => call(`${side}${String(i)}`, `${next}${String(i + 1)}`))),
    ).flat()
    expect(waysBetween({ calls: ladder }, 'x0', 'x12')).toHaveLength(MOST_WAYS)
  })

  test('the view of a way: its services, its calls, and what is lost on them', () => {
    const hole = {
      id: 'h',
      at: 'c',
      to: 'e',
      label: '503 NC',
      outcome: 'nowhere',
      ratePerSecond: 1,
      share: 0.1,
    } as const
    const map: MeshMap = {
      nodes: ['a', 'b', 'c', 'd', 'e', 'f'].map(node),
      calls,
      holes: [hole, { ...hole, id: 'other', to: 'b' }, { ...hole, id: 'unknown', to: undefined }],
      hidden: 0,
      unasked: 0,
    }
    const view = mapView(map, { kind: 'way', id: 'a', to: 'e', nth: 0 })
    expect(view.nodes.map(({ id }) => id)).toEqual(['a', 'c', 'e'])
    expect(view.calls.map(each => [each.from, each.to])).toEqual([
      ['a', 'c'],
      ['c', 'e'],
    ])
    expect(view.holes).toEqual([hole])
  })
})
