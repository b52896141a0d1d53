import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPipeline } from '../core/pipeline/index.ts'
import { labelsMatchNoPod } from '../scenarios/labels-match-no-pod.ts'
import { mtlsDisagreement } from '../scenarios/mtls-disagreement.ts'
import { buildStage } from '../scene/index.ts'
import type { Stage } from '../scene/index.ts'
import * as canary from '../scene/testing/canary.ts'
import { bayId } from './across.ts'
import { layOut } from './lay-out.ts'
import { overlaps } from './pills.ts'
import type { Positions } from './positions.ts'
import { host, trafficFor, worldText } from './testing/hosts.ts'
import { contains, solids } from './testing/solids.ts'

const WINDOW = { width: 784, height: 772, orientation: 'across' } as const

const stageOf = (text: string): Stage => {
  const world = createPipeline({}, { nowMs: 0 }).run(text)
  const [proxy] = world.callers
  if (proxy === undefined) throw new Error('nobody calls')
  return buildStage(world, proxy, world.traffic)
}

/** What is wrong with the walls around holes, in words. */
function wrongIn(stage: Stage, positions: Positions): readonly string[] {
  const { boxes, size } = positions
  const box = boxes.get(stage.sidecar.id)
  return stage.holes.flatMap(({ id, unsent }) => {
    const bay = boxes.get(bayId(stage, id))
    if (!unsent || !box || !bay) return bay ? [`${id} has a wall around it`] : unsent ? [`${id} has none`] : []
    const own = [boxes.get(id), boxes.get(`${id}#label`)].flatMap(each => each ?? [])
    const others = solids(stage, positions).filter(each => each.id !== id && each.id !== `${id}#label`)
    return [
      ...own.filter(each => !contains(bay, each)).map(() => `${id} reaches out of it`),
      ...others.filter(each => overlaps(bay, each.box)).map(each => `${each.id} is in that of ${id}`),
      ...(contains({ x: 0, y: 0, ...size }, bay) ? [] : [`that of ${id} is outside`]),
      ...(bay.x < box.x + box.width && bay.y + bay.height < box.y + box.height ? [] : [`that of ${id} is open`]),
    ]
  })
}

test('whom no pod was there for dies in the sidecar, whose box reaches out to the hole in front of the workloads', () => {
  const nobody = stageOf(labelsMatchNoPod.text)
  expect(nobody.holes.map(({ label, unsent }) => [label, unsent])).toEqual([['503 UH', true]])
  expect(wrongIn(nobody, layOut(nobody, WINDOW))).toEqual([])
  // A connection that does not come about fails outside.
  const refused = stageOf(mtlsDisagreement.text)
  expect(refused.holes.map(({ label, unsent }) => [label, unsent])).toEqual([['503 UC', undefined]])
  expect(wrongIn(refused, layOut(refused, WINDOW))).toEqual([])
})

test('nothing else is within these walls, in 80 meshes, with pods large and small', () => {
  let walls = 0
  fc.assert(
    fc.property(fc.array(host, { minLength: 1, maxLength: 3 }), fc.boolean(), (hosts, podView) => {
      const traffic = trafficFor(hosts)
      const stage = buildStage(canary.worldOf(worldText(hosts), traffic), canary.PRODUCTPAGE, traffic)
      walls += stage.holes.filter(hole => hole.unsent).length
      expect(wrongIn(stage, layOut(stage, { ...WINDOW, podView }))).toEqual([])
    }),
    { numRuns: 80, seed: 3 },
  )
  expect(walls).toBeGreaterThan(10)
})
