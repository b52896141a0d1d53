import { expect, test } from 'vitest'
import { createRouter, enumerateOutcomes } from './index.ts'
import { cluster, clusterName, endpoint, forwardTo, leg, request, route, sidecar } from './testing/build-config.ts'

function sharesOf(...ready: readonly boolean[]): Readonly<Record<string, number>> {
  const pods = ready.map((isReady, i) => endpoint(`reviews-${String(i)}`, `10.1.0.${String(i + 1)}`, isReady))
  const all = cluster(clusterName('v1'), pods)
  const router = createRouter(sidecar([route({ action: forwardTo([leg(all.name)]) })], [all]))
  const outcomes = enumerateOutcomes(router, request())
  return Object.fromEntries(
    outcomes.map(({ probability, decision }) => [decision.endpoint?.pod ?? decision.flags, probability]),
  )
}

test('each ready pod is as likely as the others, and one that is not ready gets nothing', () => {
  expect(sharesOf(true, false, true)).toEqual({ 'reviews-0': 0.5, 'reviews-2': 0.5 })
  expect(sharesOf(false, true)).toEqual({ 'reviews-1': 1 })
  expect(sharesOf(false, false)).toEqual({ UH: 1 })
})
