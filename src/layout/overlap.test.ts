import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPipeline } from '../core/pipeline/index.ts'
import { SCENARIOS } from '../scenarios/index.ts'
import { buildStage } from '../scene/index.ts'
import type { Stage } from '../scene/index.ts'
import * as canary from '../scene/testing/canary.ts'
import { layOut } from './lay-out.ts'
import { coveredLanes } from './testing/covered-lanes.ts'
import { host, trafficFor, worldText } from './testing/hosts.ts'
import type { Host } from './testing/hosts.ts'
import { overlapsIn } from './testing/overlaps-in.ts'

const WINDOWS = [
  { width: 360, height: 420, orientation: 'down' },
  { width: 390, height: 620, orientation: 'down' },
  { width: 784, height: 772, orientation: 'across' },
  { width: 1040, height: 772, orientation: 'across' },
  { width: 1040, height: 772, orientation: 'across', podView: true },
] as const

const overlapsOf = (stage: Stage): readonly string[] =>
  WINDOWS.flatMap(window => overlapsIn(stage, layOut(stage, window)).map(each => `${wordsOf(window)}: ${each}`))

const wordsOf = (window: (typeof WINDOWS)[number]): string =>
  `${String(window.width)}${'podView' in window ? ' pods' : ''}`
const coveredIn = (stage: Stage): readonly string[] =>
  WINDOWS.flatMap(window => coveredLanes(stage, layOut(stage, window)).map(each => `${wordsOf(window)}: ${each}`))

/** The stage of each caller. */
function* stagesOf(text: string) {
  const world = createPipeline({}, { nowMs: 0 }).run(text)
  for (const proxy of world.callers) {
    const own = world.traffic.clients.some(client => client.proxy === proxy)
    const { clients } = own ? world.traffic : world.trafficFrom(proxy)
    const traffic = { ...world.traffic, clients: clients.filter(client => client.proxy === proxy) }
    if (traffic.clients.length > 0) yield { proxy, stage: buildStage(world, proxy, traffic) }
  }
}

const stageOf = (hosts: readonly Host[]): Stage => {
  const traffic = trafficFor(hosts)
  return buildStage(canary.worldOf(worldText(hosts), traffic), canary.PRODUCTPAGE, traffic)
}

describe('nothing covers a card, a hole, its words or a pill, and no lane runs through what it has no part in', () => {
  for (const { id, text } of SCENARIOS) {
    test(`for every caller of ${id}`, () => {
      for (const { proxy, stage } of stagesOf(text)) expect(overlapsOf(stage), proxy).toEqual([])
    })
  }

  const meshes = (hosts: { readonly minLength: number; readonly maxLength: number }, numRuns: number) => {
    fc.assert(
      fc.property(fc.array(host, hosts), input => {
        expect(overlapsOf(stageOf(input))).toEqual([])
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

describe('a pill lies on no lane but a thin one of its own', () => {
  for (const { id, text } of SCENARIOS) {
    test(`for every caller of ${id}`, () => {
      for (const { proxy, stage } of stagesOf(text)) expect(coveredIn(stage), proxy).toEqual([])
    })
  }

  test('nor in made-up meshes, for 99 of 100 pills where columns have room', () => {
    const [pills, covered] = [[] as number[], [] as number[]]
    for (const hosts of fc.sample(fc.array(host, { minLength: 1, maxLength: 3 }), { numRuns: 100, seed: 7 })) {
      const stage = stageOf(hosts)
      const positions = layOut(stage, WINDOWS[3])
      pills.push(positions.pills.size)
      covered.push(coveredLanes(stage, positions).length)
    }
    const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)
    expect(sum(pills)).toBeGreaterThan(200)
    expect(sum(covered) / sum(pills)).toBeLessThan(0.01)
  })
})
