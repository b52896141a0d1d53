import { expect, test } from 'vitest'
import { SCENARIOS } from '../scenarios/index.ts'
import { headlineFor, momentAt } from '../scene/index.ts'
import { createAnswerer } from '../worker/answer.ts'
import { chapterAt, countedSince } from './chapter-at.ts'
import { tallyOf } from './current-run.ts'
import type { Run } from './playback-store.ts'

test('numbers count what left since the change, though the picture waits until the last ones before have landed', () => {
  const text = SCENARIOS.find(({ id }) => id === 'wrong-order')?.text ?? ''
  const given = createAnswerer()({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: 20_000 })
  if (given.kind !== 'picture') throw new Error('no picture')
  const run = { picture: given.picture } as unknown as Run
  // The VirtualService is applied at 6 s, the DestinationRule at 9 s; the sidecar learns of each a moment later.
  // Requests fall into the hole until 10.6 s.
  expect([5000, 8000, 10_000, 12_000].map(atMs => Math.floor(countedSince(run, atMs) / 200) * 200)).toEqual([
    0, 6000, 6000, 9000,
  ])
  expect(chapterAt(run, 12_000)?.fromMs).toBeGreaterThan(10_000)
  const stage = chapterAt(run, 12_000)?.stage
  if (!stage) throw new Error('no stage')
  const moment = momentAt(undefined, 12_000, countedSince(run, 12_000))
  expect(headlineFor(stage, tallyOf(run, 12_000), moment).title).toBe('Every request that left since 9.2 s succeeds.')
})
