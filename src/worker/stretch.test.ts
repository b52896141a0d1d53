import { expect, test } from 'vitest'
import { meshText } from '../cli/bench/mesh-text.ts'
import { createAnswerer } from './answer.ts'
import { reachOf } from './stretch.ts'

const sending = (...rates: number[]) => ({ clients: rates.map(ratePerSecond => ({ ratePerSecond })) as never })

test('what few send is simulated as far as is asked, what thousands send as far as 40,000 requests reach', () => {
  expect(reachOf(sending(50, 20), 0, 60_000)).toBe(60_000)
  expect(reachOf(sending(), 0, 60_000)).toBe(60_000)
  expect(reachOf(sending(0), 0, 60_000)).toBe(60_000)
  expect(reachOf(sending(1000, 1000), 7000, 67_000)).toBe(27_000)
  expect(reachOf(sending(1_000_000), 7000, 67_000)).toBe(12_000)
})

test('a run of a mesh that sends much goes on in parts to where it is asked for', () => {
  const answer = createAnswerer()
  const change = { text: meshText(100), proxy: undefined, traffic: undefined }
  const given = answer({ kind: 'run', id: 1, untilMs: 60_000, ...change })
  if (given.kind !== 'picture') throw new Error('no picture')
  let { untilMs, series } = given.picture.log
  expect(untilMs).toBeLessThan(60_000)
  const ends = [untilMs]
  while (untilMs < 60_000) {
    const longer = answer({ kind: 'extend', id: 2, untilMs: 60_000, known: { series, untilMs } })
    if (longer.kind !== 'longer-log' || !longer.log) throw new Error('no log')
    ;({ untilMs, series } = longer.log)
    expect(untilMs).toBeGreaterThan(ends.at(-1)!)
    ends.push(untilMs)
  }
  expect(ends.at(-1)).toBe(60_000)
})
