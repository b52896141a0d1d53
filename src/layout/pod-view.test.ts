import { describe, expect, test } from 'vitest'
import { buildStage, podLaneId } from '../scene/index.ts'
import * as canary from '../scene/testing/canary.ts'
import { layOut } from './lay-out.ts'

const text = (replicas: number) =>
  canary.service('reviews') +
  canary.deployment('reviews-v1', 'v1', replicas) +
  canary.deployment('productpage', 'v1', 1, 'productpage')

function laidOut(replicas: number, orientation: 'across' | 'down' = 'across') {
  const stage = buildStage(canary.worldOf(text(replicas), canary.USUAL), canary.PRODUCTPAGE, canary.USUAL)
  const positions = layOut(stage, { width: 1264, height: 900, orientation, podView: true })
  const box = (id: string) => positions.boxes.get(id) ?? { x: NaN, y: NaN, width: NaN, height: NaN }
  return { stage, positions, box, workload: stage.workloads[0]?.id ?? '', row: stage.subsets[0]?.rows[0]?.id ?? '' }
}

describe('the pod view', () => {
  test('has a card a pod, 74 high and 13 apart, and a wider row with its pool', () => {
    const { stage, box, workload, row } = laidOut(3)
    const pods = stage.workloads[0]?.pods.map(({ id }) => box(id)) ?? []
    expect(pods.map(({ y }) => y - box(workload).y)).toEqual([30, 117, 204])
    expect(pods.map(({ width, height }) => [width, height])).toEqual(Array(3).fill([288, 74]))
    expect(box(workload).height).toBe(30 + 3 * 74 + 2 * 13)
    expect([box(row).width, box(row).height]).toEqual([214, 70 + 52])
    expect(box(`${row}#pool`).y).toBe(box(row).y + 70)
  })

  test('leads a lane to the middle of each pod, a third as thick each', () => {
    const { stage, positions, box } = laidOut(3)
    const lane = stage.lanes.find(({ kind }) => kind === 'deliver')
    for (const { id } of stage.workloads[0]?.pods ?? []) {
      const path = positions.lanes.get(podLaneId(lane?.id ?? '', id))
      expect(path?.cubics.at(-1)?.slice(6)).toEqual([box(id).x, box(id).y + 37])
      expect(path?.width).toBeCloseTo(28 / 3, 6)
    }
  })

  test('counts what is more than twelve pods', () => {
    const { stage, positions, box, workload } = laidOut(15)
    const pods = stage.workloads[0]?.pods ?? []
    expect(pods.filter(({ id }) => positions.boxes.has(id))).toHaveLength(12)
    expect(box(`${workload}#more`).y).toBe(box(workload).y + 30 + 12 * 87 - 13)
  })

  test('upright there is none', () => {
    const { positions } = laidOut(3, 'down')
    expect(positions.podView).toBeUndefined()
  })
})
