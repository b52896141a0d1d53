import { expect, test } from 'vitest'
import { layOut } from '../layout/index.ts'
import { buildStage } from './build-stage.ts'
import { courseOf } from './course.ts'
import { headlineFor } from './headline.ts'
import * as canary from './testing/canary.ts'

const NOTHING_YET = { total: 0, byOutcome: new Map(), counts: new Map(), inFlight: new Map() }

/** productpage without a sidecar calls reviews, whose rules would send everything to v1. */
const text = (replicas: number): string =>
  canary.service('reviews') +
  canary.deployment('reviews-v1', 'v1', replicas) +
  canary.deployment('reviews-v2', 'v2', replicas * 3) +
  canary
    .deployment('productpage', 'v1', 1, 'productpage')
    .replace(
      'labels: { app: productpage, version: v1 } }\n    spec',
      'labels: { app: productpage, sidecar.istio.io/inject: "false" } }\n    spec',
    ) +
  canary.virtualService('  - route: [{ destination: { host: reviews, subset: v1 } }]') +
  canary.destinationRule(['v1', 'v2'])

function build(replicas: number) {
  const world = canary.worldOf(text(replicas))
  return { world, stage: buildStage(world, canary.PRODUCTPAGE, canary.USUAL) }
}

test('the picture reads from the client to the pods', () => {
  const { world, stage } = build(1)
  expect(stage.sidecar.present).toBe(false)
  expect([stage.rules, stage.subsets, stage.holes, stage.replies]).toEqual([[], [], [], []])
  expect(stage.workloads.map(({ name, pods, share }) => [name, pods.length, Number(share.toFixed(9))])).toEqual([
    ['reviews-v1', 1, 0.25],
    ['reviews-v2', 3, 0.75],
  ])
  expect(stage.lanes.map(({ kind, from, to }) => [kind, from, to])).toEqual(
    stage.workloads.map(({ id }) => ['deliver', stage.client.id, id]),
  )
  const request = canary.request()
  const decision = world
    .routerFor(canary.PRODUCTPAGE)
    .decide(request, { choose: () => 0, pick: () => 0, last: undefined })
  const course = courseOf(stage, decision, request)
  expect([course.outcome, course.steps[0]]).toEqual([
    'succeeded',
    expect.objectContaining({ kind: 'travel', laneId: stage.lanes[0]?.id }),
  ])
  for (const orientation of ['across', 'down'] as const) {
    const { boxes, lanes } = layOut(stage, { width: 900, height: 600, orientation })
    for (const { id } of stage.workloads) expect(boxes.has(id)).toBe(true)
    for (const { id } of stage.lanes) expect(lanes.has(id)).toBe(true)
    expect(boxes.has(stage.sidecar.id)).toBe(false)
  }
})

test('without a ready pod the connection is refused', () => {
  const { stage } = build(0)
  expect(stage.holes.map(({ label, cause, share }) => [label, cause, share])).toEqual([
    ['no answer', 'connection refused: no ready pod at reviews:9080', 1],
  ])
  expect(headlineFor(stage, NOTHING_YET).title).toBe('Every request dies before reaching a pod')
})
