import { describe, expect, test } from 'vitest'
import type { PodBehaviour, PodCall, PodReply } from '../simulate/index.ts'
import { FROM_THE_FIRST, behaveWhileAlive, endLife } from './pod-life.ts'

const ended = (nowMs: number, rollout: Parameters<typeof endLife>[2], shutdownMs?: number) => {
  const life = { ...FROM_THE_FIRST }
  endLife(life, nowMs, rollout, shutdownMs)
  return [life.closesMs, life.cutMs, life.goneMs]
}

test.each([
  ['it has 30 s for what it still has, and is taken to need one', {}, undefined, [10_000, 40_000, 11_000]],
  ['it sleeps first, and that counts', { preStopMs: 5000 }, undefined, [15_000, 40_000, 16_000]],
  ['it is given less', { graceMs: 2000, preStopMs: 5000 }, undefined, [12_000, 12_000, 12_000]],
  ['it takes a time of its own', { preStopMs: 5000 }, 2000, [15_000, 17_000, 17_000]],
  ['it drops what it has', {}, 0, [10_000, 10_000, 10_000]],
])('told to stop at 10 s: %s', (_, rollout, shutdownMs, expected) => {
  expect(ended(10_000, rollout, shutdownMs)).toEqual(expected)
})

describe('a pod that is told to stop at 10 s and has 2 s for what it has', () => {
  const life = { ...FROM_THE_FIRST, createdMs: 1000, opensMs: 4000 }
  endLife(life, 10_000, {}, 2000)
  const slow: PodBehaviour = () => ({ answer: 200, latencyMs: 3000 })
  const ask = (atMs: number, hasSidecar = true, behaviour: PodBehaviour | undefined = slow): PodReply | undefined => {
    const call = { endpoint: { namespace: 'default', pod: 'web-0', hasSidecar }, atMs } as unknown as PodCall
    return behaveWhileAlive(behaviour, new Map([['default/web-0', [life]]]))?.(call)
  }

  test.each([
    ['before it listens', 3999, { answer: 503, latencyMs: 0 }],
    ['while it serves', 4000, { answer: 200, latencyMs: 3000 }],
    ['with an answer just in time', 9000, { answer: 200, latencyMs: 3000 }],
    ['with one that would come too late', 9500, { answer: 'reset', latencyMs: 2500 }],
    ['once it takes nothing new', 10_000, { answer: 503, latencyMs: 0 }],
    ['when its sidecar is gone too', 12_000, { answer: 'refused', latencyMs: 0 }],
  ])('%s', (_, atMs, reply) => {
    expect(ask(atMs)).toEqual(reply)
  })

  test('without a sidecar it refuses', () => {
    expect(ask(10_000, false)).toEqual({ answer: 'refused', latencyMs: 0 })
  })

  test('what hangs is cut off with the rest', () => {
    expect(ask(9000, true, () => ({ answer: 'hang', latencyMs: 0 }))).toEqual({ answer: 'reset', latencyMs: 3000 })
  })

  test('others are as they were', () => {
    expect(behaveWhileAlive(slow, new Map())).toBe(slow)
    expect(behaveWhileAlive(undefined, new Map())).toBeUndefined()
  })
})
