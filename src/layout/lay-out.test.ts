import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPipeline } from '../core/pipeline/index.ts'
import { reviewsCanary } from '../scenarios/reviews-canary.ts'
import type { Stage } from '../scene/index.ts'
import { buildStage } from '../scene/index.ts'
import * as canary from '../scene/testing/canary.ts'
import { layOut } from './lay-out.ts'
import { overlaps, pillBox } from './pills.ts'
import type { Box, Positions } from './positions.ts'
import { host, trafficFor, worldText } from './testing/hosts.ts'
import { contains, solids } from './testing/solids.ts'

const stageOf = (text: string, traffic = canary.USUAL): Stage =>
  buildStage(canary.worldOf(text, traffic), canary.PRODUCTPAGE, traffic)

const get = (positions: Positions, id: string): Box => {
  const box = positions.boxes.get(id)
  if (!box) throw new Error(`nothing at ${id}`)
  return box
}

describe('the broken canary in a window of 784 x 772', () => {
  const stage = stageOf(canary.BROKEN)
  const positions = layOut(stage, { width: 784, height: 772, orientation: 'across' })
  const [rules, subsets] = [stage.rules[0], stage.subsets[0]]
  if (!rules || !subsets) throw new Error('no cards')

  test('has columns of the design, free width shared 19 : 48 : 33 with the least of 40', () => {
    // 784 - 40 - 538 = 206 free; 19 % is under 40, so the others share 166 as 48 : 33.
    expect([stage.client.id, rules.id, subsets.id].map(id => Math.round(get(positions, id).x))).toEqual([20, 166, 444])
    expect(stage.workloads.map(node => Math.round(get(positions, node.id).x))).toEqual([664, 664])
    expect([stage.client.id, rules.id, subsets.id].map(id => get(positions, id).width)).toEqual([106, 180, 152])
  })

  test('has rows of 52 + 46 a leg + 4 and of 104', () => {
    expect(rules.rows.map(row => get(positions, row.id).height)).toEqual([102, 148, 102])
    expect(subsets.rows.map(row => get(positions, row.id).height)).toEqual([104, 104])
    expect(get(positions, rules.id).height).toBe(44 + 102 + 148 + 102)
  })

  test('sets workloads level with their subsets, and the hole under the DestinationRule', () => {
    stage.workloads.forEach((node, i) => {
      const line = get(positions, subsets.rows[i]?.id ?? '').y + 56
      expect(get(positions, node.id).y + 42).toBe(line)
    })
    const hole = get(positions, stage.holes[0]?.id ?? '')
    const card = get(positions, subsets.id)
    expect([hole.width, hole.x + 44]).toEqual([88, card.x + 76])
    expect(hole.y - card.y - card.height).toBe(34 + 9)
  })

  test('draws lanes as thick as their share: the inbound one 28, rails at most 8, idle ones 2', () => {
    const width = (part: string) => {
      const lane = stage.lanes.find(each => each.id.includes(part))
      return Math.round((positions.lanes.get(lane?.id ?? '')?.width ?? 0) * 100) / 100
    }
    expect([width('in:'), width('split:rules:reviews.default.svc.cluster.local/canary/v1')]).toEqual([28, 13.44])
    expect([width('rail:rules:reviews.default.svc.cluster.local/canary/v1'), width('canary/v3>hole')]).toEqual([
      8, 8.96,
    ])
    expect(width('rail:rules:reviews.default.svc.cluster.local/preview')).toBe(2)
  })

  test('has the sidecar around both cards and the hole', () => {
    const box = get(positions, stage.sidecar.id)
    expect([box.x, box.y]).toEqual([166 - 24, get(positions, rules.id).y - 62])
    for (const id of [rules.id, subsets.id, `${stage.holes[0]?.id ?? ''}#label`])
      expect(contains(box, get(positions, id))).toBe(true)
  })
})

test('the first card stands at 198, or higher if the picture needs the height, but under the headline', () => {
  const top = (text: string, height: number) => {
    const stage = stageOf(text)
    return get(layOut(stage, { width: 800, height, orientation: 'across' }), stage.client.id).y
  }
  expect(top(canary.CANARY, 900)).toBe(198)
  expect(top(canary.BROKEN, 500)).toBe(152)
  expect(top(canary.BROKEN, 780)).toBeGreaterThan(152)
  expect(top(canary.BROKEN, 780)).toBeLessThan(198)
})

test('a narrow window makes the picture wider than itself, never the cards thinner', () => {
  const stage = stageOf(canary.CANARY)
  const { size } = layOut(stage, { width: 500, height: 700, orientation: 'across' })
  expect(size.width).toBe(538 + 40 + 40 + 96 + 60)
})

test('a phone shows the broken canary without panning, client first, pods last', () => {
  const stage = stageOf(canary.BROKEN)
  const positions = layOut(stage, { width: 390, height: 620, orientation: 'down' })
  expect(positions.size).toEqual({ width: 390, height: 620 })
  const ids = [stage.client.id, stage.rules[0]?.id, stage.subsets[0]?.id, stage.workloads[0]?.id]
  const ys = ids.map(id => get(positions, id ?? '').y)
  expect(ys).toEqual([...ys].sort((a, b) => a - b))
  const hole = get(positions, stage.holes[0]?.id ?? '')
  const row = get(positions, stage.subsets[0]?.rows[0]?.id ?? '')
  expect(hole.y < row.y + row.height && row.y < hole.y + hole.height).toBe(true)
})

const cases = fc.tuple(
  fc.array(host, { minLength: 1, maxLength: 3 }),
  fc.constantFrom(
    { width: 390, orientation: 'down' } as const,
    { width: 784, orientation: 'across' } as const,
    {
      width: 1400,
      orientation: 'across',
    } as const,
  ),
)

const shrink = ({ x, y, width, height }: Box): Box => ({
  x: x + 0.01,
  y: y + 0.01,
  width: width - 0.02,
  height: height - 0.02,
})

const draw = ([hosts, options]: typeof cases extends fc.Arbitrary<infer T> ? T : never) => {
  const stage = stageOf(worldText(hosts), trafficFor(hosts))
  return { stage, positions: layOut(stage, { ...options, height: 700 }) }
}

describe('for all stages', () => {
  test('nothing covers anything else, and all is inside the picture', () => {
    fc.assert(
      fc.property(cases, input => {
        const { stage, positions } = draw(input)
        const all = solids(stage, positions)
        const page = { x: 0, y: 0, ...positions.size }
        const pills = [...positions.pills].map(([id, point]) => ({ id: `pill ${id}`, box: pillBox(point) }))
        const things = [...all, ...pills].map(({ id, box }) => ({ id, box: shrink(box) }))
        const wrong = all.filter(({ box }) => !contains(page, box)).map(({ id }) => `${id} is outside`)
        for (const [k, { id, box }] of things.entries()) {
          const hit = things.slice(k + 1).find(other => overlaps(box, other.box))
          if (hit) wrong.push(`${id} covers ${hit.id}`)
        }
        expect(wrong).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('every lane has a path in one piece that begins and ends on what it names', () => {
    fc.assert(
      fc.property(cases, input => {
        const { stage, positions } = draw(input)
        const cardOf = new Map(
          stage.rules.flatMap(node => node.rows.flatMap(row => [row, ...row.legs].map(part => [part.id, node.id]))),
        )
        for (const lane of stage.lanes) {
          const path = positions.lanes.get(lane.id)
          expect(path?.length, lane.id).toBeGreaterThan(0)
          const ends = path?.cubics ?? []
          ends.slice(1).forEach((cubic, i) => {
            expect([cubic[0], cubic[1]]).toEqual([ends[i]?.[6], ends[i]?.[7]])
          })
          const [first, last] = [ends[0], ends.at(-1)]
          if (!first || !last) continue
          // In the narrow picture a leg leaves at the foot of its card.
          const on = (id: string, x: number, y: number) => {
            const box = get(positions, positions.orientation === 'down' ? (cardOf.get(id) ?? id) : id)
            return contains(
              { x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2 },
              { x, y, width: 0, height: 0 },
            )
          }
          expect(on(lane.from, first[0], first[1]), `${lane.id} begins`).toBe(true)
          expect(on(lane.to, last[6], last[7]), `${lane.id} ends`).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('a pill is found for every lane that needs one', () => {
    fc.assert(
      fc.property(cases, input => {
        const { stage, positions } = draw(input)
        const wanted = stage.lanes.filter(lane => lane.setShare !== undefined).map(lane => lane.id)
        expect([...positions.pills.keys()].sort()).toEqual(wanted.sort())
      }),
      { numRuns: 40 },
    )
  })

  test('the same stage is laid out the same', () => {
    fc.assert(
      fc.property(cases, input => {
        expect(draw(input).positions).toEqual(draw(input).positions)
      }),
      { numRuns: 10 },
    )
  })
})

test('on a phone the first example stands whole above its card of 144', () => {
  const world = createPipeline({}, { nowMs: 0 }).run(reviewsCanary.text)
  const [proxy] = world.callers
  if (proxy === undefined) throw new Error('nobody calls')
  const { boxes } = layOut(buildStage(world, proxy, world.traffic), { width: 390, height: 684, orientation: 'down' })
  const top = Math.min(...[...boxes.values()].map(box => box.y))
  const bottom = Math.max(...[...boxes.values()].map(box => box.y + box.height))
  // 684 of the window, less 4 above and 16 between picture and card.
  expect(bottom - top).toBeLessThanOrEqual(684 - 4 - 16 - 144)
  const narrow = layOut(buildStage(world, proxy, world.traffic), { width: 360, height: 480, orientation: 'down' })
  expect(narrow.size.width).toBe(360)
})
