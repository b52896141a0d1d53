import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPipeline } from '../core/pipeline/index.ts'
import { SCENARIOS } from '../scenarios/index.ts'
import { buildStage } from '../scene/index.ts'
import type { Stage } from '../scene/index.ts'
import * as canary from '../scene/testing/canary.ts'
import { layOut } from './lay-out.ts'
import { host, trafficFor, worldText } from './testing/hosts.ts'
import { overlapsIn } from './testing/overlaps-in.ts'

const WINDOWS = [
  { width: 360, height: 420, orientation: 'down' },
  { width: 390, height: 620, orientation: 'down' },
  { width: 784, height: 772, orientation: 'across' },
  { width: 1040, height: 772, orientation: 'across' },
  { width: 1040, height: 772, orientation: 'across', podView: true },
] as const

const overlapsOf = (stage: Stage): readonly string[] =>
  WINDOWS.flatMap(window =>
    overlapsIn(stage, layOut(stage, window)).map(
      each => `${String(window.width)}${'podView' in window ? ' pods' : ''}: ${each}`,
    ),
  )

describe('nothing covers a card, a hole, its words or a pill, and no lane runs through what it has no part in', () => {
  for (const { id, text } of SCENARIOS) {
    test(`for every caller of ${id}`, () => {
      const world = createPipeline({}, { nowMs: 0 }).run(text)
      for (const proxy of world.callers) {
        const own = world.traffic.clients.some(client => client.proxy === proxy)
        const { clients } = own ? world.traffic : world.trafficFrom(proxy)
        const traffic = { ...world.traffic, clients: clients.filter(client => client.proxy === proxy) }
        if (traffic.clients.length > 0) expect(overlapsOf(buildStage(world, proxy, traffic)), proxy).toEqual([])
      }
    })
  }

  const meshes = (hosts: { readonly minLength: number; readonly maxLength: number }, numRuns: number) => {
    fc.assert(
      fc.property(fc.array(host, hosts), input => {
        const traffic = trafficFor(input)
        const stage = buildStage(canary.worldOf(worldText(input), traffic), canary.PRODUCTPAGE, traffic)
        expect(overlapsOf(stage)).toEqual([])
      }),
      { numRuns, seed: 7 },
    )
  }

  test('for 180 meshes of up to three hosts', () => {
    meshes({ minLength: 1, maxLength: 3 }, 180)
  })
  test('for 20 meshes of five to eight hosts', () => {
    meshes({ minLength: 5, maxLength: 8 }, 20)
  })
})
