import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mapView, reached } from '../../scene/index.ts'
import type { MapFocus, MeshMap } from '../../scene/index.ts'
import { overlaps } from '../pills.ts'
import type { Box } from '../positions.ts'
import { hullOf, pointAt } from '../path.ts'
import { holesAt, layOutMap } from './lay-out-map.ts'
import type { MapPositions } from './lay-out-map.ts'
import { MAP } from './measures.ts'

const WINDOW = { width: 1060, height: 640 }
const WINDOWS = [WINDOW, { width: 520, height: 600 }, { width: 390, height: 420 }] as const

const mapOf = (count: number, calls: readonly (readonly [number, number])[], holes: readonly number[]): MeshMap => ({
  nodes: Array.from({ length: count }, (_, i) => ({
    id: `n${String(i % 4)}/s${String(i)}`,
    name: `s${String(i)}`,
    group: `n${String(i % 4)}`,
    ratePerSecond: 10,
    rules: 0,
  })),
  calls: [...new Map(calls.filter(([a, b]) => a !== b).map(each => [each.join('>'), each])).values()].map(([a, b]) => ({
    from: `n${String(a % 4)}/s${String(a)}`,
    to: `n${String(b % 4)}/s${String(b)}`,
    ratePerSecond: 1 + a,
    lostPerSecond: 0,
    share: 0.1,
    ways: [],
  })),
  holes: holes.map((at, i) => ({
    id: `hole ${String(i)}`,
    at: `n${String(at % 4)}/s${String(at)}`,
    to: undefined,
    label: '503 NC',
    outcome: 'nowhere',
    ratePerSecond: 1,
    share: 0.1,
  })),
  hidden: 0,
  unasked: 0,
})

const maps = fc.integer({ min: 1, max: 500 }).chain(count => {
  const node = fc.nat(count - 1)
  return fc
    .tuple(fc.array(fc.tuple(node, node), { maxLength: 2 * count }), fc.array(node, { maxLength: 12 }))
    .map(([calls, holes]) => mapOf(count, calls, holes))
})

/** All, a namespace, a service, or the first way between two. */
function focusOf(map: MeshMap, level: number): MapFocus | undefined {
  const [first] = map.nodes
  const call = map.calls.at(-1)
  if (level === 1 && first) return { kind: 'group', id: first.group }
  if (level === 2 && first) return { kind: 'node', id: first.id }
  if (level === 3 && call)
    return { kind: 'way', id: call.from, to: [...reached(map, call.from, 'callees')].at(-1) ?? '', nth: 0 }
  return undefined
}

/** Cards, and discs with their words: two lines that stand left of them. */
function solidsOf(positions: MapPositions): readonly (readonly [string, Box])[] {
  const discs = [...positions.holes].map(([id, { x, y }]): readonly [string, Box] => [
    id,
    { x: x - 112, y: y - 18, width: 112 + MAP.hole + 4, height: 36 },
  ])
  return [...positions.boxes, ...discs]
}

/** Where a lane runs through a card that it has no part in, or through any hole. */
function runsThrough({ lanes, ...positions }: MapPositions): readonly string[] {
  const solids = solidsOf({ lanes, ...positions })
  return [...lanes].flatMap(([key, path]) => {
    const near = solids.filter(([id, box]) => !key.split('>').includes(id) && overlaps(box, hullOf(path)))
    const steps = Math.ceil(path.length / 4)
    return near
      .filter(([, box]) =>
        Array.from({ length: steps + 1 }, (_, i) => pointAt(path, i / steps)).some(({ x, y }) =>
          overlaps(box, { x, y, width: 0, height: 0 }),
        ),
      )
      .map(([id]) => `${key} runs through ${id}`)
  })
}

describe('the map of a mesh', () => {
  test('cards and holes with their words never overlap, whatever calls whom, small and large', () => {
    fc.assert(
      fc.property(maps, fc.constantFrom(...WINDOWS), fc.nat(3), (map, window, level) => {
        const view = mapView(map, focusOf(map, level))
        const positions = layOutMap(view, window)
        const { boxes, holes, size } = positions
        const all = solidsOf(positions)
        expect(boxes.size).toBe(view.nodes.length)
        expect(holes.size).toBe(view.nodes.reduce((sum, { id }) => sum + Math.min(2, holesAt(view, id).length), 0))
        for (const [i, [id, box]] of all.entries()) {
          const hit = all.slice(i + 1).find(([, other]) => overlaps(box, other))
          expect(hit?.[0], `${id} covers it`).toBeUndefined()
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height).toBe(
            true,
          )
        }
        expect(runsThrough(positions)).toEqual([])
      }),
      { numRuns: 200, seed: 3 },
    )
  })

  test('who calls stands left of whom it calls, unless they call in a circle', () => {
    const { boxes } = layOutMap(
      mapOf(
        5,
        [
          [0, 1],
          [1, 2],
          [0, 2],
          [2, 3],
          [3, 1],
          [3, 4],
        ],
        [],
      ),
      WINDOW,
    )
    const x = [0, 1, 2, 3, 4].map(i => boxes.get(`n${String(i % 4)}/s${String(i)}`)?.x ?? 0)
    expect(x).toEqual([...x].sort((a, b) => a - b))
    expect(new Set(x).size).toBe(5)
  })

  test('what stands alone is beneath what calls and is called, which goes to the right as long as it can be read', () => {
    const calls = [1, 2, 3, 4].map(i => [i - 1, i] as const)
    const { boxes } = layOutMap(mapOf(17, calls, []), { width: 760, height: 700 })
    const at = (i: number) => boxes.get(`n${String(i % 4)}/s${String(i)}`)
    const linked = [0, 1, 2, 3, 4].map(i => at(i)?.x ?? 0)
    expect(linked).toEqual([...new Set(linked)].sort((a, b) => a - b))
    const lowest = Math.max(...[0, 1, 2, 3, 4].map(i => at(i)?.y ?? 0))
    const alone = Array.from({ length: 12 }, (_, i) => at(i + 5))
    expect(Math.min(...alone.map(box => box?.y ?? 0))).toBeGreaterThan(lowest + MAP.card.height)
    // In rows that are as wide as the rest.
    expect(new Set(alone.map(box => box?.x)).size).toBe(5)
    expect(new Set(alone.map(box => box?.y)).size).toBe(3)
  })

  test('20 services in five hops are seen whole at full size beside the inspector', () => {
    const calls = [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 4],
      [1, 5],
      [2, 5],
      [2, 6],
      [2, 7],
      [3, 7],
      [3, 8],
      [4, 9],
      [5, 10],
      [5, 11],
      [6, 12],
      [6, 13],
      [7, 13],
      [7, 14],
      [8, 15],
      [9, 16],
      [10, 17],
      [14, 18],
      [14, 19],
    ] as const
    const { size } = layOutMap(mapOf(20, calls, [5, 7]), WINDOW)
    expect(size).toEqual(WINDOW)
  })

  test('of two services both are in the middle of the height', () => {
    const { boxes } = layOutMap(mapOf(2, [[0, 1]], []), WINDOW)
    expect([...boxes.values()].map(({ y }) => y + MAP.card.height / 2)).toEqual([320, 320])
  })
})
