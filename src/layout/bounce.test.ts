import { expect, test } from 'vitest'
import { simulate } from '../core/simulate/index.ts'
import type { Traffic } from '../core/simulate/index.ts'
import { buildStage, seenIn } from '../scene/index.ts'
import * as canary from '../scene/testing/canary.ts'
import { layOut } from './lay-out.ts'

const FULL = `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews }
spec:
  host: reviews
  trafficPolicy: { connectionPool: { tcp: { maxConnections: 1 }, http: { http1MaxPendingRequests: 1 } } }
${canary.service('reviews')}${canary.deployment('reviews-v1', 'v1', 1)}${canary.deployment('productpage', 'v1', 1, 'productpage')}`

const BURST: Traffic = {
  ...canary.USUAL,
  clients: canary.USUAL.clients.map(client => ({ ...client, load: { kind: 'burst', size: 3 } })),
}

test('what a limit turns away leaves the cluster by its left edge, into a hole beneath it', () => {
  const world = canary.worldOf(FULL, BURST)
  const seen = seenIn(simulate({ traffic: BURST, routerFor: world.routerFor }, 1000).requests)
  const stage = buildStage(world, canary.PRODUCTPAGE, BURST, seen)
  const { boxes, lanes } = layOut(stage, { width: 1200, height: 800, orientation: 'across' })
  const [hole] = stage.holes
  const row = boxes.get(hole?.at ?? '')
  const disc = boxes.get(hole?.id ?? '')
  const card = boxes.get(stage.subsets[0]?.id ?? '')
  const first = lanes.get(stage.lanes.find(({ to }) => to === hole?.id)?.id ?? '')?.cubics[0]
  if (!row || !disc || !card || !first) throw new Error('all have their places')
  // The gauge around the disc is 9 wide, the gap above it 34.
  expect(disc.y - card.y - card.height).toBe(34 + 9)
  expect(disc.x + 44).toBe(card.x + 76)
  // Just beneath the line of the row, out to the left, and into the rim.
  expect([first[0], first[1]]).toEqual([row.x, row.y + 56 + 6])
  expect(first[2]).toBe(card.x - 56)
  expect(first[6]).toBe(disc.x)
})
